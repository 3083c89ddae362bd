import { page } from './layout.js';

const LINKS = [
  [
    '/simulators/wechat',
    '微信模拟器',
    '住户、师傅、业主群同屏聊天',
    'WeChat simulator: residents, technicians and a group',
  ],
  ['/simulators/phone', '电话模拟器', '拨打热线，或接听来电', 'Phone simulator: dial the hotline, or be called by it'],
  ['/api/docs', '接口文档', '服务单、员工、项目', 'API documentation'],
  ['/queues', '队列面板', '需客服或经理登录', 'Queue board, for dispatchers and managers'],
] as const;

const card = ([href, name, what, english]: (typeof LINKS)[number]): string =>
  `<li><a href="${href}"><strong>${name}</strong><span>${what}</span><span lang="en">${english}</span></a></li>`;

/** What there is to try, for whoever has just started the service. */
export const startPage = (): string =>
  page({
    title: '上门 Shangmen',
    body: `<main>
<h1>上门 <span lang="en">Shangmen</span></h1>
<p class="lead">物业上门服务，从第一声报修到住户满意。<br><span lang="en">Property service, from the first report to a satisfied resident.</span></p>
<ul class="cards">
${LINKS.map(card).join('\n')}
</ul>
</main>`,
  });
