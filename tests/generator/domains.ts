/** What the made-up entities do: their section of the function classification and what they spend project money on. */
export interface Domain {
  /** Code of the section (款) that holds the entity's own work. */
  section: string;
  running: { administration: string; institution: string };
  institution: string;
  authority: string;
  duties: readonly string[];
  projects: readonly { name: string; item: string; economic: string; goal: string; output: string; outputUnit: string }[];
}

export const DOMAINS: readonly Domain[] = [
  {
    section: '21303',
    running: { administration: '2130301', institution: '2130399' },
    institution: '水资源调度中心',
    authority: '水务局',
    duties: ['编制河湖调水方案并监测水位变化', '养护泵站、闸门和巡查便道', '汇总用水户的取水台账'],
    projects: [
      {
        name: '灌区渠道清淤',
        item: '2130306',
        economic: '30213',
        goal: '汛期前清完主渠淤泥，恢复设计过水能力。',
        output: '清淤渠段长度',
        outputUnit: '公里',
      },
      {
        name: '取水口在线计量',
        item: '2130311',
        economic: '31007',
        goal: '为重点取水口装上计量设备并接入平台。',
        output: '接入取水口',
        outputUnit: '处',
      },
      {
        name: '防汛物料更新',
        item: '2130314',
        economic: '30218',
        goal: '更换到期的防汛袋和照明器材。',
        output: '更新物料批次',
        outputUnit: '批',
      },
      {
        name: '水质采样送检',
        item: '2130312',
        economic: '30227',
        goal: '按月采样，按季公布断面水质。',
        output: '送检水样',
        outputUnit: '份',
      },
      {
        name: '巡河志愿服务补助',
        item: '2130399',
        economic: '30226',
        goal: '组织志愿者巡查城区河段。',
        output: '巡河人次',
        outputUnit: '人次',
      },
    ],
  },
  {
    section: '20126',
    running: { administration: '2012601', institution: '2012699' },
    institution: '档案服务中心',
    authority: '档案局',
    duties: ['接收移交单位的到期档案', '整理、修复并数字化馆藏', '向公众提供查阅服务'],
    projects: [
      {
        name: '馆藏数字化扫描',
        item: '2012604',
        economic: '30227',
        goal: '扫描婚姻与土地类档案并建立索引。',
        output: '扫描页数',
        outputUnit: '万页',
      },
      {
        name: '库房恒湿设备更换',
        item: '2012604',
        economic: '31003',
        goal: '更换老化的恒湿机组，稳定库房环境。',
        output: '更换机组',
        outputUnit: '台',
      },
      { name: '口述史采集', item: '2012699', economic: '30226', goal: '访谈老工匠并形成音像档案。', output: '访谈对象', outputUnit: '人' },
      {
        name: '查阅大厅改造',
        item: '2012604',
        economic: '30213',
        goal: '改造查阅席位，缩短等候时间。',
        output: '改造席位',
        outputUnit: '个',
      },
      {
        name: '档案宣传周',
        item: '2012699',
        economic: '30201',
        goal: '走进社区讲解家庭档案的保存。',
        output: '宣讲场次',
        outputUnit: '场',
      },
    ],
  },
  {
    section: '20802',
    running: { administration: '2080201', institution: '2080299' },
    institution: '社会组织服务中心',
    authority: '民政局',
    duties: ['受理社会组织登记材料', '核对门牌与地名标志', '指导社区议事'],
    projects: [
      { name: '地名标志补设', item: '2080207', economic: '30227', goal: '补设新路的地名标志。', output: '补设标志', outputUnit: '块' },
      {
        name: '社会组织评估',
        item: '2080206',
        economic: '30227',
        goal: '评估到期社会组织并公布等级。',
        output: '评估组织',
        outputUnit: '家',
      },
      {
        name: '社区议事培训',
        item: '2080208',
        economic: '30216',
        goal: '培训社区骨干掌握议事规则。',
        output: '培训期数',
        outputUnit: '期',
      },
      { name: '老年人探访', item: '2080299', economic: '30305', goal: '定期探访独居老年人。', output: '探访人次', outputUnit: '人次' },
      { name: '婚俗展示角', item: '2080299', economic: '31002', goal: '布置婚俗展示角，倡导简办。', output: '布置点位', outputUnit: '处' },
    ],
  },
  {
    section: '21015',
    running: { administration: '2101501', institution: '2101550' },
    institution: '医疗保障服务中心',
    authority: '医疗保障局',
    duties: ['办理参保登记和关系转移', '审核零星报销票据', '维护结算系统'],
    projects: [
      {
        name: '居民参保缴费补助',
        item: '2101202',
        economic: '31302',
        goal: '按参保人数把财政补助拨到基金。',
        output: '补助参保人数',
        outputUnit: '万人',
      },
      { name: '窗口岗位服务', item: '2101506', economic: '30226', goal: '补足窗口人手，减少排队。', output: '服务岗位', outputUnit: '个' },
      {
        name: '困难群众救助',
        item: '2101301',
        economic: '30305',
        goal: '救助符合条件的困难群众。',
        output: '救助人次',
        outputUnit: '万人次',
      },
      {
        name: '票据影像系统',
        item: '2101599',
        economic: '31007',
        goal: '建成票据影像库并联通审核。',
        output: '上线模块',
        outputUnit: '个',
      },
      {
        name: '政策折页印制',
        item: '2101599',
        economic: '30202',
        goal: '把新政策印成折页发到社区。',
        output: '印制折页',
        outputUnit: '万份',
      },
    ],
  },
  {
    section: '20701',
    running: { administration: '2070101', institution: '2070109' },
    institution: '群众文化馆',
    authority: '文化和旅游局',
    duties: ['组织群众文艺演出', '辅导社区文艺队伍', '保护民间曲艺'],
    projects: [
      { name: '周末小剧场', item: '2070108', economic: '30227', goal: '每周末为市民演出一场。', output: '演出场次', outputUnit: '场' },
      { name: '社区合唱辅导', item: '2070109', economic: '30226', goal: '为社区合唱队派驻辅导员。', output: '辅导队伍', outputUnit: '支' },
      { name: '灯光音响更新', item: '2070199', economic: '31003', goal: '更换小剧场的灯光音响。', output: '更新设备', outputUnit: '套' },
      { name: '曲艺录音抢救', item: '2070199', economic: '30218', goal: '为老艺人录制代表曲目。', output: '录制曲目', outputUnit: '首' },
      { name: '研学线路推介', item: '2070113', economic: '30201', goal: '整理并推介本地研学线路。', output: '推介线路', outputUnit: '条' },
    ],
  },
];

export const CITIES = ['青禾', '白石', '云岭', '南屏', '柳泉', '东麓', '银沙', '松原坝', '澄江口', '北汀'] as const;
