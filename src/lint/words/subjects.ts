/**
 * What a step is about, told by its name: the deal, after-sales, dormant customers, handing over, exporting, consent, feedback.
 *
 * Rules that ask this are few and cautious: a name that is not understood is never held against the author.
 */
import type { DataRef, ProcessNode, Store } from '../../model/process.js';
import type { Text } from '../../model/text.js';

/** The reason is asked for or noted: in the name, the outputs, the steps or the data of a step. */
export function asksWhy({
  name,
  outputs,
  steps,
  writes,
}: Pick<ProcessNode, 'name' | 'outputs' | 'steps' | 'writes'>): boolean {
  if (writes.some(({ group, field }) => /原因|理由|reason/iu.test(field ?? group ?? ''))) return true;
  return [name, ...outputs, ...steps].some((text) =>
    Object.values(text).some((words) => /原因|理由|为什么|为何|\breasons?\b|\bwhy\b|\bexit interview\b/iu.test(words)),
  );
}

interface Named {
  readonly name: Text;
}

function speaksOf(pattern: RegExp): (element: Named) => boolean {
  return ({ name }) => Object.values(name).some((words) => pattern.test(words));
}

/** The customer commits: signs, orders, the deal is closed. */
export const isDeal = speaksOf(
  /(?<![未不没])(?:签订|签约(?!资料|材料|准备|条件|意向|前)|签署(?!.{0,6}(?:授权|同意|告知|承诺|保密|声明))|成交|赢单|下单|合同签|签合同)|\bsign(?:s|ed|ing)?\b(?!.{0,6}\b(?:in|up|off)\b)|\bclos(?:e|es|ed|ing) the (?:deal|sale)\b|\bplac(?:e|es|ed|ing) (?:the|an) order\b/iu,
);

/** What comes after the deal and keeps the customer. */
export const isAfterSales = speaksOf(
  /售后|贷后|保后|投后|租后|回访|客服|维系|维护|保养|关怀|服务|交付后|客户成功|满意度|复购|续约|续费|辅导|培训|after[- ]?sales|support|onboard|service|follow[- ]?up|satisfaction|retention|renew|customer success|account management|maintain|care\b/iu,
);

/** A customer who is not lost but silent. */
export const isDormant = speaksOf(
  /沉睡|休眠|沉默|搁置|暂缓|冷冻|冬眠|\bdormant\b|\binactive\b|\bsleeping\b|\bon hold\b|\bparked\b/iu,
);

/** Somebody else takes the customer over. */
export const isAssignment = speaksOf(
  /分派|分配(?!资源|任务|预算|权限|积分)|指派|派单|转派|移交|转交|交接|更换(?:对接人|负责人)|重新分|\b(?:re)?assign\b(?! (?:(?:the|an?) )?(?:resources?|tasks?|budget|rights?|deadlines?|priorit|categor|class|score|segment|tag|points))|\bhand(?:s|ing)? over\b|\bhand-?over\b|\btransfer the (?:customer|account|lead|client)/iu,
);

/** Data leave the house. */
export const isExport = speaksOf(/导出|外发|对外提供|对外共享|共享给|提供给|\bexport|\bshare\b.{0,30}\bwith\b/iu);

/** People get the data that are about them, or that are theirs, as they have the right to. */
export function isForThemselves({
  name,
  description,
  inputs,
  steps,
}: Pick<ProcessNode, 'name' | 'description' | 'inputs' | 'steps'>): boolean {
  return [name, description, ...inputs, ...steps].some((text) =>
    Object.values(text ?? {}).some((words) =>
      /客户(?:自己|本人)的(?:数据|资料|信息)|(?:客户|本人|当事人)的?(?:书面|(?:数据|个人信息)(?:导出|查阅|可携)?)(?:申请|请求)|应客户(?:的)?要求|\b(?:their|her|his) own data\b|\b(?:customer|client|subscriber|patient|data subject)(?:'s|’s)? (?:own data|(?:written |access )?request)\b|\bsubject access request\b/iu.test(
        words,
      ),
    ),
  );
}

/** The customer is reached on purpose. */
export const isContact = speaksOf(
  /回访|联系客户|客户联系|联系并|联系潜|跟进客户|客户跟进|致电|邀约|触达|告知客户|通知客户|\bcontact the\b|\breach out\b|\bfollow up (?:with|on)? ?(?:the|a)\b|\b(?:tell|notify|inform) the (?:customer|client|shopper|lead)/iu,
);

/** The customer wants to be left alone, and not only now. */
export const isContactRefusal = speaksOf(
  /(?:不要|不愿|不想|拒绝|不得|请勿|勿)再?(?:被)?(?:联系|来电|致电|打扰|骚扰|接听营销|接收)|不再(?:联系|来电|接收)|免打扰|退订|拒收|\bunsubscrib|\bopt(?:s|ed)?[- ]?out\b|\bno (?:more|further) (?:calls?|contacts?|recalls?|reminders?|e?-?mails?|messages?|letters?|news)\b|\b(?:wants?|wish(?:es)?(?: for)?|asks? for) no (?:calls?|contacts?|recalls?|reminders?|e?-?mails?|messages?|letters?|newsletters?)\b|\bno (?:such|marketing|sales|advertising|promotional) (?:calls?|contacts?|e?-?mails?|messages?|letters?)\b|\bno (?:calls?|e?-?mails?|messages?|letters?) of this kind\b|\b(?:do|does) not (?:want to be|wish to be) (?:called|contacted|mailed)\b|\b(?:do|does) not (?:call|contact|mail)\b|\bwithdraws? (?:the |their )?consent\b/iu,
);

/** Nobody answers. */
export const isUnreached = speaksOf(
  /未接通|未接听|没接|无人接|不接|打不通|未联系上|没联系上|联系不上|未接触|无应答|未应答|未回复|没回复|无回复|无人应答|\bno (?:answer|reply|response)\b|\bnot (?:reached|answered|available)\b|\bunreached\b|\bunreachable\b|\bunanswered\b|\bvoice ?mail\b/iu,
);

/** A question whether somebody answers. */
export const asksWhetherReached = speaksOf(
  /接通|联系上|联系到|接听|接电话|应答|有人接|\breach|\bpick(?:s|ed)? up\b|\banswers? the (?:phone|call)\b|\bgot through\b/iu,
);

/** A last word: the wish is noted or confirmed. */
export const isFarewell = speaksOf(
  /确认|撤回|撤销|停止|登记|致歉|道歉|告别|\bconfirm|\bwithdraw|\bapolog|\bstop\b|\bnotes? the\b|\bunsubscrib|\bfarewell|\bgood-?bye/iu,
);

/** The customer is to hand something in. */
export const isRequest = speaksOf(
  /收集|采集|索取|索要|\bask(?:s|ed|ing)? (?:the \w+ )?for\b|\brequest(?:s|ed|ing)?\b|\bcollect(?:s|ed|ing)?\b|\bobtain(?:s|ed|ing)?\b/iu,
);

/** Something is typed in, and not only updated on the way. */
export const isEntry = speaksOf(
  /登记|录入|补录|填写|填报|填表|采集|收集|建档|输入|键入|誊|抄录|\benter(?:s|ed|ing)?\b|\bfill(?:s|ed|ing)? (?:in|out)\b|\bregister(?:s|ed|ing)?\b|\brecord(?:s|ed|ing)?\b(?! of)|\bcaptur(?:e|es|ed|ing)\b|\bcollect(?:s|ed|ing)?\b|\btak(?:e|es|ing) down\b|\bkey(?:s|ed|ing)? in\b|\btyp(?:e|es|ed|ing) in\b/iu,
);

export const isErasure = speaksOf(/删除|销毁|清除|匿名|注销|\bdelet|\beras|\banonymi|\bpurg|\bdestroy/iu);

/** A record, an account or a case is shut. */
export const isClosing = speaksOf(
  /关闭|停用|销户|注销|归档|结案|撤案|\bclos(?:e|es|ed|ing) (?:the|an?) (?:account|case|file|line|record|recall|application)|\bdeactivat|\barchiv/iu,
);

/** Work is looked at, and not done. */
export const isReview = speaksOf(
  /审查|审核|复核|核对|核查|评审|初审|复审|会审|审阅|\breview(?:s|ed|ing)?\b|\bcheck(?:s|ed|ing)?\b|\bverif(?:y|ies|ied|ying)\b|\bexamin|\bproof-?read/iu,
);

/** Somebody gives or refuses an approval, and does not ask for one, note one or act on one. */
export const isApproval = speaksOf(
  /^(?:(?!提交|申请|送|呈|报|发起|提请|催|通知|等待|请求|准备|查看|告知|登记|记录|跟踪|汇总|根据|按)[^，。；（(]{0,6}?)?(?:审批|特批|签批|核批)(?!通过|结果|意见|单|表|后|材料|流程|记录|申请|进度|状态|权限)|^approves?\b(?!d)/iu,
);

/** A decision that is an approval. */
export const isApprovalQuestion = speaksOf(
  /审批|批准|获批|核准|同意|授权|\bapprov|\bauthori[sz]|\bconsent|\bagree|\bpermit/iu,
);

const feedback =
  /feedback|satisfaction|rating|complaint|suggestion|review_?score|survey|\bnps\b|\bcsat\b|问卷|反馈|满意|评价|意见|投诉|建议/iu;

/** What customers say of us: told by the ids and names of the groups and fields at a place. */
export function isFeedback({ groups }: Store, { group, field }: DataRef): boolean {
  return groups.some(
    (each) =>
      each.id === group &&
      (field === undefined
        ? saysFeedback(each.id, each.name) || each.fields.some((one) => saysFeedback(one.id, one.name))
        : each.fields.some((one) => one.id === field && saysFeedback(one.id, one.name))),
  );
}

function saysFeedback(id: string, name: Text | undefined): boolean {
  return [id, ...Object.values(name ?? {})].some((words) => feedback.test(words));
}
