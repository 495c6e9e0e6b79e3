/** What header paths say, a line each: `path | coordinates`; ? where words of it are unknown. Judged one by one. */
export const COLUMNS = `
合计 |
基本支出 | flow=expenditure component=basic
项目支出 | flow=expenditure component=project
预算数 | stage=initialBudget
总计 |
财政拨款 > 小计 | fund=fiscalAppropriation
预算数 > 合计 | stage=initialBudget
上缴上级支出 | flow=expenditure component=remittance
事业单位经营支出 | flow=expenditure component=business
对附属单位补助支出 | flow=expenditure component=subsidy
预算数 > 基本支出 > 人员经费 | stage=initialBudget flow=expenditure component=personnel
金额 |
预算数 > 基本支出 > 公用经费 | stage=initialBudget flow=expenditure component=public
一般公共预算 | fund=generalPublicBudget
一般公共预算支出 > 项目支出 | fund=generalPublicBudget flow=expenditure component=project
财政拨款 > 一般公共预算 | fund=generalPublicBudget
预算金额 | stage=initialBudget
本年收入 > 小计 | flow=revenue vintage=currentYear
本年收入 > 财政专户管理资金 | flow=revenue vintage=currentYear fund=specialAccount
公务用车购置及运行维护费 > 公务用车运行维护费 | flow=expenditure memo=threePublic item=vehicleOperation
预算数 > 项目支出 | stage=initialBudget flow=expenditure component=project
公务接待费 | flow=expenditure memo=threePublic item=officialReception
公务用车购置及运行维护费 > 小计 | flow=expenditure memo=threePublic item=vehicles
基本支出 > 小计 | flow=expenditure component=basic
财政专户管理资金 | fund=specialAccount
2026年政府采购项目 > 其中：2026年政府采购项目中预留给中小企业的项目资金规模 | flow=expenditure memo=procurement item=smallAndMediumEnterprises
2026年政府采购项目 > 其中：2026年政府采购项目中预留给小型、微型企业的项目资金规模 | flow=expenditure memo=procurement item=smallAndMicroEnterprises
2026年政府采购项目 > 小计 | flow=expenditure memo=procurement
2026年预算 > 上年结余、结转 | stage=initialBudget vintage=carriedOver
2026年预算 > 单位资金 > 上级补助收入 | stage=initialBudget fund=unitFunds flow=revenue item=superiorSubsidy
2026年预算 > 单位资金 > 事业单位经营收入 | stage=initialBudget fund=unitFunds flow=revenue item=operatingRevenue
2026年预算 > 单位资金 > 事业收入 | stage=initialBudget fund=unitFunds flow=revenue item=serviceRevenue
2026年预算 > 单位资金 > 其他收入 | stage=initialBudget fund=unitFunds flow=revenue item=otherRevenue
2026年预算 > 单位资金 > 附属单位上缴收入 | stage=initialBudget fund=unitFunds flow=revenue item=subordinateRemittance
2026年预算 > 财政专户管理资金 | stage=initialBudget fund=specialAccount
2026年预算 > 财政拨款 > 一般公共预算拨款 | stage=initialBudget fund=generalPublicBudget
2026年预算 > 财政拨款 > 国有资本经营预算拨款 | stage=initialBudget fund=stateCapital
2026年预算 > 财政拨款 > 政府性基金预算拨款 | stage=initialBudget fund=governmentFund
2026年预算数 | stage=initialBudget
上年结余、结转 | vintage=carriedOver
公务接待费 > 一般公共预算 | flow=expenditure memo=threePublic item=officialReception fund=generalPublicBudget
公务接待费 > 国有资本经营预算 | flow=expenditure memo=threePublic item=officialReception fund=stateCapital
公务接待费 > 政府性基金预算 | flow=expenditure memo=threePublic item=officialReception fund=governmentFund
公务用车购置及运行维护费 > 公务用车购置费 > 一般公共预算 | flow=expenditure memo=threePublic item=vehiclePurchase fund=generalPublicBudget
公务用车购置及运行维护费 > 公务用车购置费 > 国有资本经营预算 | flow=expenditure memo=threePublic item=vehiclePurchase fund=stateCapital
公务用车购置及运行维护费 > 公务用车购置费 > 政府性基金预算 | flow=expenditure memo=threePublic item=vehiclePurchase fund=governmentFund
公务用车购置及运行维护费 > 公务用车运行维护费 > 一般公共预算 | flow=expenditure memo=threePublic item=vehicleOperation fund=generalPublicBudget
公务用车购置及运行维护费 > 公务用车运行维护费 > 国有资本经营预算 | flow=expenditure memo=threePublic item=vehicleOperation fund=stateCapital
公务用车购置及运行维护费 > 公务用车运行维护费 > 政府性基金预算 | flow=expenditure memo=threePublic item=vehicleOperation fund=governmentFund
公务用车购置及运行维护费 > 小计 > 一般公共预算 | flow=expenditure memo=threePublic item=vehicles fund=generalPublicBudget
公务用车购置及运行维护费 > 小计 > 国有资本经营预算 | flow=expenditure memo=threePublic item=vehicles fund=stateCapital
公务用车购置及运行维护费 > 小计 > 政府性基金预算 | flow=expenditure memo=threePublic item=vehicles fund=governmentFund
单位资金 > 上级补助收入 | fund=unitFunds flow=revenue item=superiorSubsidy
单位资金 > 事业单位经营收入 | fund=unitFunds flow=revenue item=operatingRevenue
单位资金 > 事业收入 | fund=unitFunds flow=revenue item=serviceRevenue
单位资金 > 其他收入 | fund=unitFunds flow=revenue item=otherRevenue
单位资金 > 附属单位上缴收入 | fund=unitFunds flow=revenue item=subordinateRemittance
因公出国(境)费 > 一般公共预算 | flow=expenditure memo=threePublic item=overseasTravel fund=generalPublicBudget
因公出国(境)费 > 国有资本经营预算 | flow=expenditure memo=threePublic item=overseasTravel fund=stateCapital
因公出国(境)费 > 政府性基金预算 | flow=expenditure memo=threePublic item=overseasTravel fund=governmentFund
总计 > 一般公共预算 | fund=generalPublicBudget
总计 > 国有资本经营预算 | fund=stateCapital
总计 > 政府性基金预算 | fund=governmentFund
支出总计 | flow=expenditure
收入总计 | flow=revenue
本年收入 > 单位资金 > 上级补助收入 | flow=revenue vintage=currentYear fund=unitFunds item=superiorSubsidy
本年收入 > 单位资金 > 事业单位经营收入 | flow=revenue vintage=currentYear fund=unitFunds item=operatingRevenue
本年收入 > 单位资金 > 事业收入 | flow=revenue vintage=currentYear fund=unitFunds item=serviceRevenue
本年收入 > 单位资金 > 其他收入 | flow=revenue vintage=currentYear fund=unitFunds item=otherRevenue
本年收入 > 单位资金 > 附属单位上缴收入 | flow=revenue vintage=currentYear fund=unitFunds item=subordinateRemittance
本年收入 > 财政拨款 > 一般公共预算拨款 | flow=revenue vintage=currentYear fund=generalPublicBudget
本年收入 > 财政拨款 > 国有资本经营预算拨款 | flow=revenue vintage=currentYear fund=stateCapital
本年收入 > 财政拨款 > 政府性基金预算拨款 | flow=revenue vintage=currentYear fund=governmentFund
财政拨款 > 一般公共预算拨款 | fund=generalPublicBudget
财政拨款 > 国有资本经营预算拨款 | fund=stateCapital
财政拨款 > 政府性基金预算拨款 | fund=governmentFund
预算数（万元） | stage=initialBudget
公务用车购置及运行维护费 > 公务用车购置费 | flow=expenditure memo=threePublic item=vehiclePurchase
财政拨款 > 国有资本经营预算 | fund=stateCapital
“三公”经费财政拨款预算总额 | flow=expenditure memo=threePublic fund=fiscalAppropriation stage=initialBudget
本年收入 > 一般公共预算资金 | flow=revenue vintage=currentYear fund=generalPublicBudget
预算数 > 人员经费 | stage=initialBudget flow=expenditure component=personnel
预算数 > 公用经费 | stage=initialBudget flow=expenditure component=public
预算数 > 基本支出 > 小计 | stage=initialBudget flow=expenditure component=basic
预算数 > 项目支出 > 扣除基建项目后预算数 | stage=initialBudget flow=expenditure component=project item=withoutCapitalConstruction
预算数 > 项目支出 > 项目支出总数 | stage=initialBudget flow=expenditure component=project
上年结转结余 > 一般公共预算资金 | vintage=carriedOver fund=generalPublicBudget
上年结转结余 > 小计 | vintage=carriedOver
财政拨款 > 政府性基金预算 | fund=governmentFund
会议费 | flow=expenditure memo=conference
培训费 | flow=expenditure memo=training
支出预算 > 合计 | flow=expenditure stage=initialBudget
支出预算 > 项目支出 | flow=expenditure stage=initialBudget component=project
收入预算 > 合计 | flow=revenue stage=initialBudget
收入预算 > 财政拨款收入 | flow=revenue stage=initialBudget fund=fiscalAppropriation
一般公共预算支出 > 合计 | fund=generalPublicBudget flow=expenditure
上级补助收入 | flow=revenue fund=unitFunds item=superiorSubsidy
因公出国（境）费用 | flow=expenditure memo=threePublic item=overseasTravel
本年收入 > 其他收入 | flow=revenue vintage=currentYear fund=unitFunds item=otherRevenue
机关运行经费支出 | flow=expenditure memo=agencyRunning
支出预算 > 基本支出 | flow=expenditure stage=initialBudget component=basic
政府性基金预算 | fund=governmentFund
政府性基金预算支出 > 项目支出 | fund=governmentFund flow=expenditure component=project
2026年预算数 > 公务接待费 | stage=initialBudget flow=expenditure memo=threePublic item=officialReception
2026年预算数 > 合计 | stage=initialBudget
一般公共预算基本支出 > 人员经费 | fund=generalPublicBudget flow=expenditure component=personnel
一般公共预算基本支出 > 合计 | fund=generalPublicBudget flow=expenditure component=basic
一般公共预算支出 > 基本支出 | fund=generalPublicBudget flow=expenditure component=basic
基本支出 > 人员支出 | flow=expenditure component=personnel
基本支出 > 日常公用支出 | flow=expenditure component=public
基本支出预算 > 人员支出 | flow=expenditure component=personnel stage=initialBudget
基本支出预算 > 小计 | flow=expenditure component=basic stage=initialBudget
基本支出预算 > 日常公用支出 | flow=expenditure component=public stage=initialBudget
财政拨款收入 > 一般公共预算收入 | fund=generalPublicBudget flow=revenue
财政拨款收入 > 小计 | fund=fiscalAppropriation flow=revenue
一般公共预算基本支出 > 公用经费 | fund=generalPublicBudget flow=expenditure component=public
一般公共预算支出 > 其中：基本支出 | fund=generalPublicBudget flow=expenditure component=basic
一般公共预算支出 > 小计 | fund=generalPublicBudget flow=expenditure
上年结转结余 | vintage=carriedOver
其他资金 | fund=other
其他资金收入 > 事业单位经营收入 | fund=unitFunds flow=revenue item=operatingRevenue
其他资金收入 > 事业收入 | fund=unitFunds flow=revenue item=serviceRevenue
其他资金收入 > 其他收入 | fund=unitFunds flow=revenue item=otherRevenue
国有资本经营预算 | fund=stateCapital
国有资本经营预算支出 > 其中：基本支出 | fund=stateCapital flow=expenditure component=basic
国有资本经营预算支出 > 小计 | fund=stateCapital flow=expenditure
国有资本经营预算支出 > 项目支出 | fund=stateCapital flow=expenditure component=project
政府性基金预算支出 > 其中：基本支出 | fund=governmentFund flow=expenditure component=basic
政府性基金预算支出 > 小计 | fund=governmentFund flow=expenditure
财政专户拨款 | fund=specialAccount
财政专户拨款收入 > 其他专户收入拨款 | fund=specialAccount flow=revenue item=otherSpecialAccount
财政专户拨款收入 > 教育收费 | fund=specialAccount flow=revenue item=educationFees
财政拨款 > 合计 | fund=fiscalAppropriation
财政拨款收入 > 一般公共预算 | fund=generalPublicBudget flow=revenue
财政拨款收入 > 国有资本经营预算 | fund=stateCapital flow=revenue
财政拨款收入 > 政府性基金预算 | fund=governmentFund flow=revenue
附属单位上缴收入 | flow=revenue fund=unitFunds item=subordinateRemittance
预算 | stage=initialBudget
预算数 > 一般公共预算 | stage=initialBudget fund=generalPublicBudget
预算数 > 总计 | stage=initialBudget
“三公”经费预算数 > 合计 | flow=expenditure memo=threePublic stage=initialBudget
预算数（单位：万元） | stage=initialBudget
2026年预算数 > 公务用车购置及运行维护费 > 公务用车运行维护费 | stage=initialBudget flow=expenditure memo=threePublic item=vehicleOperation
2026年预算数 > 公务用车购置及运行维护费 > 小计 | stage=initialBudget flow=expenditure memo=threePublic item=vehicles
“三公”经费预算数 > 公务接待费 | flow=expenditure memo=threePublic stage=initialBudget item=officialReception
专项业务经费支出 | flow=expenditure component=project
人员经费支出 | flow=expenditure component=personnel
公用经费支出 | flow=expenditure component=public
部门预算 > 一般公共预算拨款 > 小计 | fund=generalPublicBudget
部门预算 > 合计 |
项目金额 |
“三公”经费预算数 > 公务用车购置及运行费 > 小计 | flow=expenditure memo=threePublic stage=initialBudget item=vehicles
上年结转结余 > 单位资金 | vintage=carriedOver fund=unitFunds
增减变化情况 > 合计 | stage=change
增减变化情况 > 培训费 | stage=change flow=expenditure memo=training
数量 | item=quantity
“三公”经费预算数 > 公务用车购置及运行费 > 运行费 | flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 小计 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic
部门预算 > 一般公共预算拨款 > 其中：专项资金列入部门预算项目 | fund=generalPublicBudget item=其中：专项资金列入部门预算项目 ?
其他收入 | flow=revenue fund=unitFunds item=otherRevenue
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 公务接待费 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=officialReception
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 小计 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=vehicles
增减变化情况 > 会议费 | stage=change flow=expenditure memo=conference
本年收入 > 事业收入 | flow=revenue vintage=currentYear fund=unitFunds item=serviceRevenue
单位资金 | fund=unitFunds
2026年预算数 > 因公出国（境）经费 | stage=initialBudget flow=expenditure memo=threePublic item=overseasTravel
“三公”经费 > 公务接待费 | flow=expenditure memo=threePublic item=officialReception
“三公”经费 > 公务用车购置及运行维护费 > 公务用车运行维护费 | flow=expenditure memo=threePublic item=vehicleOperation
“三公”经费 > 公务用车购置及运行维护费 > 小计 | flow=expenditure memo=threePublic item=vehicles
“三公”经费 > 因公出国（境）费 | flow=expenditure memo=threePublic item=overseasTravel
“三公”经费 > 小计 | flow=expenditure memo=threePublic
“三公”经费预算数 > 因公出国(境)费 | flow=expenditure memo=threePublic stage=initialBudget item=overseasTravel
单位预留机动经费 | flow=expenditure component=other item=reserve
2026年 > 会议费 | flow=expenditure memo=conference
2026年 > 合计 |
2026年 > 培训费 | flow=expenditure memo=training
基本支出 > 人员经费 | flow=expenditure component=personnel
基本支出 > 公用经费 | flow=expenditure component=public
部门预算 > 公共预算拨款 > 其中：专项资金列入部门预算的项目 | fund=generalPublicBudget item=其中：专项资金列入部门预算的项目 ?
部门预算 > 公共预算拨款 > 小计 | fund=generalPublicBudget
部门预算 > 其他收入 | flow=revenue fund=unitFunds item=otherRevenue
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务接待费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=officialReception
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget
“三公”经费合计 | flow=expenditure memo=threePublic
因公出国（境）费 | flow=expenditure memo=threePublic item=overseasTravel
本年一般公共预算基本支出 > 人员经费 | fund=generalPublicBudget flow=expenditure component=personnel
本年一般公共预算基本支出 > 公用经费 | fund=generalPublicBudget flow=expenditure component=public
本年一般公共预算基本支出 > 合计 | fund=generalPublicBudget flow=expenditure component=basic
本年收入 > 一般公共预算 | flow=revenue vintage=currentYear fund=generalPublicBudget
本年财政拨款基本支出 > 人员经费 | fund=fiscalAppropriation flow=expenditure component=personnel
本年财政拨款基本支出 > 公用经费 | fund=fiscalAppropriation flow=expenditure component=public
本年财政拨款基本支出 > 合计 | fund=fiscalAppropriation flow=expenditure component=basic
部门预算 > 上年实户资金余额 | fund=unitFunds vintage=carriedOver item=accountBalance
部门预算 > 上年结转 | vintage=carriedOver
部门预算 > 上级补助收入 | flow=revenue fund=unitFunds item=superiorSubsidy
部门预算 > 事业单位经营收入 | flow=revenue fund=unitFunds item=operatingRevenue
部门预算 > 事业收入 | flow=revenue fund=unitFunds item=serviceRevenue
部门预算 > 对附属单位上缴收入 | flow=revenue fund=unitFunds item=subordinateRemittance
部门预算 > 政府性基金拨款 | fund=governmentFund
部门预算 > 用事业基金弥补收支差额 | fund=unitFunds vintage=carriedOver item=surplusUsed
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 因公出国（境）费用 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=overseasTravel
收入预算 > 其他收入 | flow=revenue stage=initialBudget fund=unitFunds item=otherRevenue
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicles
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 因公出国（境）费用 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=overseasTravel
机关运行经费预算数 | flow=expenditure memo=agencyRunning stage=initialBudget
资金来源 > 一般公共预算资金 | fund=generalPublicBudget
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车购置费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehiclePurchase
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车购置费 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=vehiclePurchase
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行维护费 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=vehicleOperation
收入 > 预算数 | flow=revenue stage=initialBudget
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
上年 > 一般公共预算拨款安排的“三公”经费预算 > 公务接待费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=officialReception
上年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行维护费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
上年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicles
上年 > 一般公共预算拨款安排的“三公”经费预算 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget
上年 > 合计 |
上年 > 培训费 | flow=expenditure memo=training
上年结转结余 > 政府性基金预算资金 | vintage=carriedOver fund=governmentFund
增减变化情况 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行费 | stage=change fund=generalPublicBudget flow=expenditure memo=threePublic item=vehicleOperation
当年 > 一般公共预算拨款安排的“三公”经费预算 > 公务接待费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=officialReception
当年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行维护费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
当年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicles
当年 > 一般公共预算拨款安排的“三公”经费预算 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget
当年 > 合计 |
当年 > 培训费 | flow=expenditure memo=training
财政拨款收入 > 国有资本经营预算收入 | fund=stateCapital flow=revenue
预算数 > 国有资本经营预算 | stage=initialBudget fund=stateCapital
上年 > 会议费 | flow=expenditure memo=conference
当年 > 会议费 | flow=expenditure memo=conference
收入预算 > 事业收入 | flow=revenue stage=initialBudget fund=unitFunds item=serviceRevenue
本年收入 > 政府性基金预算资金 | flow=revenue vintage=currentYear fund=governmentFund
人数 | item=headcount
财政拨款收入 > 政府性基金预算收入 | fund=governmentFund flow=revenue
预算数 > 政府性基金预算 | stage=initialBudget fund=governmentFund
本年收入 > 事业单位经营收入 | flow=revenue vintage=currentYear fund=unitFunds item=operatingRevenue
部门预算 > 一般公共预算拨款 > 其中：专项资金列入部门预算的项目 | fund=generalPublicBudget item=其中：专项资金列入部门预算的项目 ?
“三公”经费预算数 > 公务用车购置及运行费 > 购置费 | flow=expenditure memo=threePublic stage=initialBudget item=vehiclePurchase
事业收入（不含教育收费） | flow=revenue fund=unitFunds item=serviceRevenue
其中 > 事业单位经营支出 | flow=expenditure component=business
本年收入 > 国有资本经营预算资金 | flow=revenue vintage=currentYear fund=stateCapital
本年收入 > 政府性基金预算 | flow=revenue vintage=currentYear fund=governmentFund
本年政府性基金预算支出 > 合计 | fund=governmentFund flow=expenditure
本年政府性基金预算支出 > 项目支出 | fund=governmentFund flow=expenditure component=project
财政专户管理资金收入 | fund=specialAccount flow=revenue
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行维护费 > 公务用车运行维护费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行费 > 公务用车购置费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehiclePurchase
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行费 > 公务用车运行费 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicleOperation
2026年 > 一般公共预算拨款安排的“三公”经费预算 > 公务用车购置及运行费 > 小计 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=initialBudget item=vehicles
“三公”经费 > 公务用车购置及运行维护费 > 公务用车购置费 | flow=expenditure memo=threePublic item=vehiclePurchase
政府性基金预算支出 > 合计 | fund=governmentFund flow=expenditure
本年支出合计 | flow=expenditure
本年收入 > 附属单位上缴收入 | flow=revenue vintage=currentYear fund=unitFunds item=subordinateRemittance
`;
