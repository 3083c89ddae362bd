import type { NoticeKey } from '../../src/domain/notices.js';

/** 通知: what the service sends of its own accord. */
export const zhNotices = {
  // 通知:住户
  'resident.submitted': '您的报修已登记,单号{ticket},稍后跟您核对。',
  'resident.confirmed': '您的报修已确认,单号{ticket},正在安排师傅。',
  'resident.accepted': '{technician}已接单{ticket},预计{window}上门。',
  'resident.accepted_soon': '{technician}已接单{ticket},会尽快上门。',
  'resident.searching': '{ticket}还在为您找师傅,请稍等。',
  'resident.arrived': '{technician}已到,来处理{ticket}。',
  'resident.on_hold': '{ticket}暂时停一下,原因:{reason}。恢复时会通知您。',
  'resident.resumed': '{ticket}已恢复处理。',
  'resident.late': '抱歉,{ticket}比约定的时间晚了,我们正在催师傅。',
  'resident.may_be_late': '抱歉,{ticket}的师傅可能会晚一点到,请稍等。',
  'resident.rescheduled': '{ticket}的上门时间改为{window}。',
  'resident.transferred': '{ticket}换了师傅,接单后马上通知您。',
  'resident.completed': '{ticket}已完工[,{work}]。{charge}稍后会回访您。',
  'resident.reopened': '{ticket}已重新安排,优先处理。',
  'resident.cancelled': '{ticket}已撤销。',
  'resident.closed': '{ticket}已办结,谢谢您。',
  'resident.follow_up_missed': '没能联系上您,{ticket}先按已完成办结。有问题七天内回复我,马上重新安排。',

  // 通知:师傅
  'technician.urged': '住户在催{ticket},请尽快处理。',
  'technician.cancelled': '{ticket}已撤销,不用去了。',
  'technician.withdrawn': '{ticket}已转给别人,不用处理了。',
  'technician.rescheduled': '{ticket}的上门时间改为{window}。',
  'technician.visit_soon': '提醒:{from}去{place}处理{ticket}({category}),请带好:{tools}。',
  'technician.late': '{ticket}已超过约定时间,请尽快赶到并回复“到了”。',
  'technician.hurry': '{ticket}({place})快到约定时间了,请抓紧。',
  'technician.picture': '{ticket}住户发来的图片或录音,请看一下。',
  'technician.amended': '{ticket}有更新:{description}[,{place}]。',

  // 通知:客服
  'desk.nobody': '{ticket}({category}[,{place}])找不到可派的师傅,请人工安排。',
  'desk.breach': '{ticket}[({place})]{clock}超时,请跟进。',
  'desk.may_be_late': '{ticket}[({place})]{technician}可能迟到,请留意。',
  'desk.urged': '住户催单:{ticket}[({place})]。',
  'desk.reopened': '{ticket}[({place})]住户反映没解决[:{reason}]。已重办,请关注。',
  'desk.returned': '{technician}退回了{ticket},原因:{reason}。',
  'desk.unconfirmed': '{ticket}[({place})]一直没能和住户核对,请联系。',
  'desk.undelivered': '{ticket}有一条消息没送到,请人工联系。内容:{text}',
  'desk.human_wanted': '有人找客服[:{person}][,电话{phone}]({channel})。请尽快联系。',
  'desk.low_score': '{ticket}评分{score}分[:{comment}]。请跟进。',
  'desk.digest': '早上好。在办{open}单,超时{overdue}单,待派{waiting}单,昨日完成{completed}单。[\n{lines}]',
} as const satisfies Record<NoticeKey, string>;
