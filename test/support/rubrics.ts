import type { Rubric } from '../../src/rubric/rubric';

/** A sub-district's rubric in the manner of attachment 1. */
export const streetRubric: Rubric = {
  title: '某区街道出租房屋服务管理考核评分细则',
  year: 2024,
  form: 'subdistrict',
  sections: [
    {
      name: '基础工作',
      points: 30,
      bonus: false,
      items: [
        {
          max: 12,
          criterion:
            '领导重视，每季度专题研究，落实工作措施，做到有计划、有部署、有检查、有总结。未落实的每次扣1分。',
        },
        {
          max: 8,
          criterion: '落实工作人员、工作制度和工作经费，加强对社区（村）的指导和督查，未落实的扣2分。',
        },
        { max: 10, criterion: '按时报送各类信息材料，每录用一篇加0.5分，最高得10分。' },
      ],
    },
    {
      name: '管理工作',
      points: 45,
      bonus: false,
      items: [
        { max: 15, criterion: '实施居住房屋登记制度，登记点不规范的酌情扣分。' },
        { max: 20, criterion: '信息登记率95%以上，未达到的每项扣4分。' },
        { max: 6, criterion: '开展经常性执法检查，未开展的每项扣2分。' },
        { max: 4, criterion: '建立突发事件应急预案，未落实的酌情扣分。' },
      ],
    },
    {
      name: '服务工作',
      points: 25,
      bonus: false,
      items: [
        { max: 20, criterion: '开展教育培训和就业指导，未完成的每项扣3分，落实不力的酌情扣分。' },
        { max: 5, criterion: '开展反诈宣传，未开展的扣3分。' },
      ],
    },
    {
      name: '创新工作',
      points: null,
      bonus: true,
      items: [
        { max: null, criterion: '特色工作在市、省、国家主流媒体发表的分别加2、5、8分。' },
        { max: null, criterion: '在区级以上作为典型经验推广的适当加分。' },
      ],
    },
  ],
};

/** A department table in the manner of attachment 2. */
export const departmentRubric: Rubric = {
  title: '某区出租房屋服务管理责任单位考核评分细则',
  year: 2024,
  form: 'department',
  sections: [
    {
      name: '基础工作',
      points: 30,
      bonus: false,
      items: [
        { max: 12, criterion: '纳入本单位年度工作内容，年初有计划、年终有总结。每项未落实的扣3分。' },
        { max: 8, criterion: '积极参加各类会议和检查考评，未达到的每项扣4分。' },
        { max: 10, criterion: '及时报送工作动态信息。每录用一篇信息加2分，最高得10分。' },
      ],
    },
    {
      name: '区教育局',
      points: 70,
      bonus: false,
      items: [
        { max: 40, criterion: '做好子女积分入学工作，每项工作未落实的酌情扣分。' },
        { max: 30, criterion: '开展教育培训工作，每项未达标的酌情扣分。' },
      ],
    },
    {
      name: '区民政局',
      points: 70,
      bonus: false,
      items: [
        { max: 50, criterion: '指导街道修改完善《居民公约》，未开展的酌情扣分。' },
        { max: 20, criterion: '协调做好应急救助工作，未落实的酌情扣分。' },
      ],
    },
    {
      name: '区综合执法局',
      points: 70,
      bonus: false,
      items: [{ max: 70, criterion: '整治流动摊贩，未开展的扣10分。' }],
    },
    {
      name: '创新工作',
      points: null,
      bonus: true,
      items: [
        { max: null, criterion: '特色工作在区、市、省推广的分别加10、20、30分。' },
        { max: null, criterion: '按照上级重点工作完成情况适当加分。' },
      ],
    },
  ],
};
