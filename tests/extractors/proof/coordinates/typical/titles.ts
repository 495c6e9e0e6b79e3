/** What titles of tables say, a line each: `title | coordinates`; `null` leaves open what stands above. Judged one by one. */
export const TITLES = `
收入总表 | flow=revenue
收支总表 | flow=null
支出总表 | flow=expenditure
政府性基金预算支出表 | fund=governmentFund flow=expenditure
财政拨款收支总表 | fund=fiscalAppropriation flow=null
财政拨款“三公”经费支出表 | fund=fiscalAppropriation flow=expenditure memo=threePublic
国有资本经营预算支出表 | fund=stateCapital flow=expenditure
国有资本经营预算支出情况表 | fund=stateCapital flow=expenditure
收入总体情况表 | flow=revenue
收支总体情况表 | flow=null
政府性基金预算支出情况表 | fund=governmentFund flow=expenditure
财政拨款收支总体情况表 | fund=fiscalAppropriation flow=null
一般公共预算基本支出表 | fund=generalPublicBudget flow=expenditure component=basic
一般公共预算支出表 | fund=generalPublicBudget flow=expenditure
一般公共预算支出表（按功能分类） | fund=generalPublicBudget flow=expenditure classification=functional
一般公共预算支出表（按经济分类） | fund=generalPublicBudget flow=expenditure classification=departmentEconomic
基本支出总表 | flow=expenditure component=basic
项目支出总表 | flow=expenditure component=project
政府采购预算明细表 | flow=expenditure memo=procurement stage=initialBudget
财政拨款政府购买服务明细表 | fund=fiscalAppropriation flow=expenditure memo=purchaseOfServices
2026年单位“三公”经费和机关运行经费预算表 | flow=expenditure memo=several stage=initialBudget
2026年预算单位一般公共预算基本支出部门预算经济分类预算表 | fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic stage=initialBudget
2026年预算单位一般公共预算支出功能分类预算表 | fund=generalPublicBudget flow=expenditure classification=functional stage=initialBudget
2026年预算单位国有资本经营预算支出功能分类预算表 | fund=stateCapital flow=expenditure classification=functional stage=initialBudget
2026年预算单位支出预算总表 | flow=expenditure stage=initialBudget
2026年预算单位收入预算总表 | flow=revenue stage=initialBudget
2026年预算单位政府性基金预算支出功能分类预算表 | fund=governmentFund flow=expenditure classification=functional stage=initialBudget
2026年预算单位财务收支预算总表 | flow=null stage=initialBudget
2026年预算单位财政拨款收支预算总表 | fund=fiscalAppropriation flow=null stage=initialBudget
一般公共预算“三公”经费支出情况表 | fund=generalPublicBudget flow=expenditure memo=threePublic
一般公共预算基本支出情况表 | fund=generalPublicBudget flow=expenditure component=basic
一般公共预算支出情况表 | fund=generalPublicBudget flow=expenditure
一般公共预算机关运行经费支出预算表 | fund=generalPublicBudget flow=expenditure memo=agencyRunning stage=initialBudget
基本支出预算情况表 | flow=expenditure component=basic stage=initialBudget
支出总体情况表 | flow=expenditure
政府采购预算表 | flow=expenditure memo=procurement stage=initialBudget
项目支出预算情况表 | flow=expenditure component=project stage=initialBudget
一般公共预算基本支出情况表（按经济分类科目） | fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic
一般公共预算支出情况表（按功能分类科目） | fund=generalPublicBudget flow=expenditure classification=functional
一般公共预算项目支出情况表（按经济分类科目） | fund=generalPublicBudget flow=expenditure component=project classification=departmentEconomic
本年支出总体情况表 | flow=expenditure
财政拨款安排的行政经费及“三公”经费预算表 | fund=fiscalAppropriation flow=expenditure memo=several item=administrativeExpenses stage=initialBudget
部门预算基本支出预算表 | flow=expenditure component=basic stage=initialBudget
部门预算项目支出及其他支出预算表 | flow=expenditure component=null stage=initialBudget
2026年部门综合预算支出总表 | stage=initialBudget flow=expenditure
2026年部门综合预算收支总表 | stage=initialBudget flow=null
2026年部门综合预算财政拨款收支总表 | stage=initialBudget fund=fiscalAppropriation flow=null
财政拨款收支预算总表 | fund=fiscalAppropriation flow=null stage=initialBudget
2026年部门综合预算收入总表 | stage=initialBudget flow=revenue
2026年部门综合预算政府性基金收支表（不含上年结转） | stage=initialBudget fund=governmentFund flow=null vintage=currentYear
一般公共预算“三公”经费、会议费、培训费支出表 | fund=generalPublicBudget flow=expenditure memo=several
国有资本经营预算支出预算表 | fund=stateCapital flow=expenditure stage=initialBudget
支出预算总表 | flow=expenditure stage=initialBudget
收支预算总表 | flow=null stage=initialBudget
政府采购支出表 | flow=expenditure memo=procurement
财政拨款基本支出表（经济科目） | fund=fiscalAppropriation flow=expenditure component=basic classification=departmentEconomic
财政拨款支出表（功能科目） | fund=fiscalAppropriation flow=expenditure classification=functional
2026年部门综合预算政府采购（资产配置、购买服务）预算表（不含上年结转） | stage=initialBudget flow=expenditure memo=procurement vintage=currentYear
收入预算总表 | flow=revenue stage=initialBudget
2026年部门综合预算专项业务经费支出表 | stage=initialBudget flow=expenditure component=project
“三公”经费、会议费、培训费支出预算表 | flow=expenditure memo=several stage=initialBudget
2026年政府采购预算表 | flow=expenditure memo=procurement stage=initialBudget
2026年部门综合预算一般公共预算基本支出明细表（按功能科目分） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=functional
2026年部门综合预算一般公共预算拨款“三公”经费、会议费、培训费表（不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure memo=several vintage=currentYear
2026年部门综合预算一般公共预算支出明细表（按功能科目分） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=functional
2026部门综合预算财政拨款结转资金支出表 | stage=initialBudget fund=fiscalAppropriation vintage=carriedOver flow=expenditure
培训费明细表 | flow=expenditure memo=training
财政拨款政府性基金支出预算表 | fund=governmentFund flow=expenditure stage=initialBudget
部门综合预算一般公共预算基本支出明细表（按支出功能分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=functional
部门综合预算一般公共预算基本支出明细表（按支出经济分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic
部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表 | stage=initialBudget fund=generalPublicBudget flow=expenditure memo=several
部门综合预算一般公共预算支出明细表（按支出功能分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=functional
部门综合预算一般公共预算支出明细表（按支出经济分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=departmentEconomic
部门综合预算专项业务经费支出表 | stage=initialBudget flow=expenditure component=project
部门综合预算支出总表 | stage=initialBudget flow=expenditure
部门综合预算收入总表 | stage=initialBudget flow=revenue
部门综合预算收支总表 | stage=initialBudget flow=null
部门综合预算政府性基金收支表 | stage=initialBudget fund=governmentFund flow=null
部门综合预算政府采购（资产配置、购买服务）预算表 | stage=initialBudget flow=expenditure memo=procurement
部门综合预算财政拨款上年结转资金支出表 | stage=initialBudget fund=fiscalAppropriation vintage=carriedOver flow=expenditure
部门综合预算财政拨款收支总表 | stage=initialBudget fund=fiscalAppropriation flow=null
2026年部门综合预算一般公共预算基本支出明细表（按支出经济分类科目-不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic vintage=currentYear
2026年部门综合预算一般公共预算支出明细表（按经济分类科目分） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=departmentEconomic
一般公共预算基本支出预算表（经济科目） | fund=generalPublicBudget flow=expenditure component=basic stage=initialBudget classification=departmentEconomic
一般公共预算支出预算表（功能科目） | fund=generalPublicBudget flow=expenditure stage=initialBudget classification=functional
会议费明细表 | flow=expenditure memo=conference
财政拨款基本支出预算表（经济科目） | fund=fiscalAppropriation flow=expenditure component=basic stage=initialBudget classification=departmentEconomic
财政拨款支出预算表（功能科目） | fund=fiscalAppropriation flow=expenditure stage=initialBudget classification=functional
一般公共预算基本支出预算表 | fund=generalPublicBudget flow=expenditure component=basic stage=initialBudget
一般公共预算支出预算表 | fund=generalPublicBudget flow=expenditure stage=initialBudget
财政拨款支出预算表 | fund=fiscalAppropriation flow=expenditure stage=initialBudget
2026年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表（不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure memo=several vintage=currentYear
政府性基金预算财政拨款支出预算表 | fund=governmentFund flow=expenditure stage=initialBudget
财政拨款基本支出预算表 | fund=fiscalAppropriation flow=expenditure component=basic stage=initialBudget
2026年部门综合预算财政拨款上年结转资金支出表 | stage=initialBudget fund=fiscalAppropriation vintage=carriedOver flow=expenditure
政府采购支出预算表 | flow=expenditure memo=procurement stage=initialBudget
2026年部门综合预算一般公共预算基本支出明细表 | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic
2026年部门综合预算一般公共预算基本支出明细表（按支出功能分类科目-不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=functional vintage=currentYear
2026年部门综合预算一般公共预算基本支出明细表（支出经济分类科目-不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic vintage=currentYear
2026年部门综合预算一般公共预算支出明细表 | stage=initialBudget fund=generalPublicBudget flow=expenditure
2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目-不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=functional vintage=currentYear
2026年部门综合预算一般公共预算支出明细表（按支出经济分类科目-不含上年结转） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=departmentEconomic vintage=currentYear
2026年部门综合预算专项业务经费支出表（不含上年结转） | stage=initialBudget flow=expenditure component=project vintage=currentYear
2026年部综合预算收入总表 | stage=initialBudget flow=revenue
2026年部门综合预算一般公共预算基本支出明细表（按支出功能分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=functional
2026年部门综合预算一般公共预算基本支出明细表（按支出经济分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure component=basic classification=departmentEconomic
2026年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表 | stage=initialBudget fund=generalPublicBudget flow=expenditure memo=several
2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=functional
2026年部门综合预算一般公共预算支出明细表（按支出经济分类科目） | stage=initialBudget fund=generalPublicBudget flow=expenditure classification=departmentEconomic
2026年部门综合预算专项业务经费支出表(不含上年结转) | stage=initialBudget flow=expenditure component=project vintage=currentYear
2026年部门综合预算政府性基金收支总表 | stage=initialBudget fund=governmentFund flow=null
2026年部门综合预算政府采购（资产配置、购买服务）预算表 | stage=initialBudget flow=expenditure memo=procurement
2026年部门综合预算财政拨款结转资金支出表 | stage=initialBudget fund=fiscalAppropriation vintage=carriedOver flow=expenditure
2026年预算单位财政拨款支出预算表 | fund=fiscalAppropriation flow=expenditure stage=initialBudget
2026年预算单位财政拨款项目支出预算表 | fund=fiscalAppropriation flow=expenditure component=project stage=initialBudget
2026部门综合预算财政拨款上年结转资金支出表 | stage=initialBudget fund=fiscalAppropriation vintage=carriedOver flow=expenditure
“三公”经费、会议费、培训费支出预算表（一般公共预算） | flow=expenditure memo=several stage=initialBudget fund=generalPublicBudget
一般公共预算拨款支出明细 | fund=generalPublicBudget flow=expenditure
一般公共预算财政拨款基本支出决算表 | fund=generalPublicBudget flow=expenditure component=basic stage=final
一般公共预算财政拨款支出决算表 | fund=generalPublicBudget flow=expenditure stage=final
国有资本经营预算财政拨款支出决算表 | fund=stateCapital flow=expenditure stage=final
国有资本经营预算财政拨款支出表 | fund=stateCapital flow=expenditure
支出决算表 | flow=expenditure stage=final
支出功能分类明细 | flow=expenditure classification=functional
收入决算表 | flow=revenue stage=final
收入支出决算总表 | flow=null stage=final
政府性基金预算财政拨款支出表 | fund=governmentFund flow=expenditure
政府性基金预算财政拨款收入支出决算表 | fund=governmentFund flow=null stage=final
政府预算支出经济分类明细 | flow=expenditure classification=governmentEconomic
财政拨款收入支出决算总表 | fund=fiscalAppropriation flow=null stage=final
部门一般公共预算“三公”经费、会议费、培训费支出预算表 | fund=generalPublicBudget flow=expenditure memo=several stage=initialBudget
部门一般公共预算基本支出预算表 | fund=generalPublicBudget flow=expenditure component=basic stage=initialBudget
部门一般公共预算支出预算表 | fund=generalPublicBudget flow=expenditure stage=initialBudget
部门一般公共预算机关运行经费支出预算表 | fund=generalPublicBudget flow=expenditure memo=agencyRunning stage=initialBudget
部门支出预算总表 | flow=expenditure stage=initialBudget
部门收入预算总表 | flow=revenue stage=initialBudget
部门收支预算总表 | flow=null stage=initialBudget
部门政府性基金支出预算表 | fund=governmentFund flow=expenditure stage=initialBudget
部门政府采购预算表 | flow=expenditure memo=procurement stage=initialBudget
部门财政拨款基本支出预算表 | fund=fiscalAppropriation flow=expenditure component=basic stage=initialBudget
部门财政拨款支出预算表 | fund=fiscalAppropriation flow=expenditure stage=initialBudget
部门财政拨款收支预算总表 | fund=fiscalAppropriation flow=null stage=initialBudget
部门预算支出经济分类明细 | flow=expenditure classification=departmentEconomic
部门收支总体情况表 | flow=null
支出预算分类汇总表（按政府预算经济分类） | flow=expenditure stage=initialBudget classification=governmentEconomic
支出预算分类汇总表（按部门预算经济分类） | flow=expenditure stage=initialBudget classification=departmentEconomic
一般公共预算基本支出表—人员经费（工资福利支出）（按政府预算经济分类） | fund=generalPublicBudget flow=expenditure component=personnel departmentEconomicCode=301 classification=governmentEconomic
一般公共预算基本支出表—公用经费（商品和服务支出）（按部门预算经济分类） | fund=generalPublicBudget flow=expenditure component=public departmentEconomicCode=302 classification=departmentEconomic
政府性基金预算支出分类汇总表（按政府预算经济分类） | fund=governmentFund flow=expenditure classification=governmentEconomic
财政专户管理资金预算支出分类汇总表（按部门预算经济分类） | fund=specialAccount stage=initialBudget flow=expenditure classification=departmentEconomic
国有资本经营预算支出分类汇总表 | fund=stateCapital flow=expenditure
专项资金预算汇总表 | stage=initialBudget
单位资金预算支出表 | fund=unitFunds stage=initialBudget flow=expenditure
债务支出预算表 | memo=debt flow=expenditure stage=initialBudget
新增资产配置预算表 | stage=initialBudget
政府购买服务支出预算表 | flow=expenditure memo=purchaseOfServices stage=initialBudget
一般公共预算项目支出表 | fund=generalPublicBudget flow=expenditure component=project
财政拨款结转结余资金支出表 | fund=fiscalAppropriation vintage=carriedOver flow=expenditure
非财政拨款支出预算表 | fund=other flow=expenditure stage=initialBudget
纳入预算管理的行政事业性收费支出表 | stage=initialBudget flow=expenditure
上年结转支出预算表 | vintage=carriedOver flow=expenditure stage=initialBudget
部门预算“三公”经费财政拨款支出表 | flow=expenditure memo=threePublic fund=fiscalAppropriation
一般公共预算财政拨款“三公”经费支出决算表 | fund=generalPublicBudget flow=expenditure memo=threePublic stage=final
财政拨款“三公”经费、机关运行经费情况表 | fund=fiscalAppropriation flow=expenditure memo=several
机关运行经费支出情况表 | flow=expenditure memo=agencyRunning
一般公共预算财政拨款支出决算明细表 | fund=generalPublicBudget flow=expenditure stage=final
项目支出决算明细表 | flow=expenditure component=project stage=final
基本支出决算明细表 | flow=expenditure component=basic stage=final
收入支出决算表 | flow=null stage=final
预算支出相关信息表 | stage=initialBudget flow=expenditure
国有资产占用情况表 |
行政参公单位机构运行信息表 |
部门支出总体情况表 | flow=expenditure
单位收入总体情况表 | flow=revenue
社会保险基金收支预算表 | flow=null stage=initialBudget
省对市县转移支付表 |
专项转移支付预算表 | stage=initialBudget
一般公共预算支出表（不含上年结转） | fund=generalPublicBudget flow=expenditure vintage=currentYear
部门项目支出情况表 | flow=expenditure component=project
预算项目支出明细表 | stage=initialBudget flow=expenditure component=project
人员类项目支出表 | flow=expenditure component=personnel
特定目标类项目支出预算表 | flow=expenditure component=project stage=initialBudget
运转类公用经费项目支出表 | flow=expenditure component=public
政府采购服务预算表 | flow=expenditure memo=procurement stage=initialBudget
支出经济分类汇总表 | flow=expenditure classification=departmentEconomic
财政拨款预算支出表 | fund=fiscalAppropriation stage=initialBudget flow=expenditure
基金预算支出表 | fund=governmentFund flow=expenditure
公共财政预算支出表 | fund=generalPublicBudget flow=expenditure
一般预算支出表 | fund=generalPublicBudget flow=expenditure
经费拨款支出预算表 | flow=expenditure stage=initialBudget
部门综合预算支出分类表 | stage=initialBudget flow=expenditure
“三公”经费支出情况表 | flow=expenditure memo=threePublic
对下转移支付情况表 |
支出功能分类汇总表 | flow=expenditure classification=functional
部门预算政府采购表 | flow=expenditure memo=procurement
`;
