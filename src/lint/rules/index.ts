/** The registry of rules. */
import { accessForEveryone } from './access-for-everyone.js';
import { accessMissing } from './access-missing.js';
import { accessUndefined } from './access-undefined.js';
import { accessUnused } from './access-unused.js';
import { accountableMissing } from './accountable-missing.js';
import { afterSalesMissing } from './after-sales-missing.js';
import { allCapitals } from './all-capitals.js';
import { answersSwapped } from './answers-swapped.js';
import { approvalBySilence } from './approval-by-silence.js';
import { approvalUnmarked } from './approval-unmarked.js';
import { approvalWithoutLimit } from './approval-without-limit.js';
import { approvalWithoutRefusal } from './approval-without-refusal.js';
import { approvedByAuthor } from './approved-by-author.js';
import { approvedUnchanged } from './approved-unchanged.js';
import { approvedWithoutApprover } from './approved-without-approver.js';
import { approvesOwnData } from './approves-own-data.js';
import { attemptsWithoutLimit } from './attempts-without-limit.js';
import { auditMissing } from './audit-missing.js';
import { backupMissing } from './backup-missing.js';
import { branchesGap } from './branches-gap.js';
import { branchesOverlap } from './branches-overlap.js';
import { cadenceOverlap } from './cadence-overlap.js';
import { cadenceVague } from './cadence-vague.js';
import { calledAgainAtOnce } from './called-again-at-once.js';
import { chainedGateway } from './chained-gateway.js';
import { chanceMissing } from './chance-missing.js';
import { chancesNot100 } from './chances-not-100.js';
import { checksOwnWork } from './checks-own-work.js';
import { consentMissing } from './consent-missing.js';
import { contactAfterRefusal } from './contact-after-refusal.js';
import { contactUnrecorded } from './contact-unrecorded.js';
import { contactWithoutChannel } from './contact-without-channel.js';
import { dateInFuture } from './date-in-future.js';
import { datesDisagree } from './dates-disagree.js';
import { deadlock } from './deadlock.js';
import { decisionNotQuestion } from './decision-not-question.js';
import { decisionOwnerMissing } from './decision-owner-missing.js';
import { defaultMissing } from './default-missing.js';
import { deleteByEveryone } from './delete-by-everyone.js';
import { disconnectedPart } from './disconnected-part.js';
import { dormantWithoutReturn } from './dormant-without-return.js';
import { draftInForce } from './draft-in-force.js';
import { drawingCrossings } from './drawing-crossings.js';
import { drawingCutName } from './drawing-cut-name.js';
import { drawingSmallPrint } from './drawing-small-print.js';
import { duplicateConnection } from './duplicate-connection.js';
import { duplicateName } from './duplicate-name.js';
import { effectiveMissing } from './effective-missing.js';
import { emptyHandover } from './empty-handover.js';
import { encryptionMissing } from './encryption-missing.js';
import { enteredTwice } from './entered-twice.js';
import { exportWithoutApproval } from './export-without-approval.js';
import { externalAccess } from './external-access.js';
import { externalAccountable } from './external-accountable.js';
import { externalSystemStep } from './external-system-step.js';
import { feedbackUnused } from './feedback-unused.js';
import { forkJoinMismatch } from './fork-join-mismatch.js';
import { handoverUninformed } from './handover-uninformed.js';
import { idleDecision } from './idle-decision.js';
import { idleTimeout } from './idle-timeout.js';
import { improperCompletion } from './improper-completion.js';
import { inputMadeLater } from './input-made-later.js';
import { inputNotRead } from './input-not-read.js';
import { kpiAlwaysMet } from './kpi-always-met.js';
import { kpiMissing } from './kpi-missing.js';
import { kpiOffPath } from './kpi-off-path.js';
import { kpiWithoutNodes } from './kpi-without-nodes.js';
import { kpiWithoutOwner } from './kpi-without-owner.js';
import { kpiWithoutTarget } from './kpi-without-target.js';
import { linkInsecure } from './link-insecure.js';
import { linkLocal } from './link-local.js';
import { livelock } from './livelock.js';
import { longName } from './long-name.js';
import { longWayToDeal } from './long-way-to-deal.js';
import { loopWithoutLimit } from './loop-without-limit.js';
import { loopWithoutStep } from './loop-without-step.js';
import { lossWithoutReason } from './loss-without-reason.js';
import { lostPathMissing } from './lost-path-missing.js';
import { mainPathFails } from './main-path-fails.js';
import { mergeAndSplit } from './merge-and-split.js';
import { minutesForMonths } from './minutes-for-months.js';
import { missingJoin } from './missing-join.js';
import { mixedLanguages } from './mixed-languages.js';
import { nameIsId } from './name-is-id.js';
import { namePunctuation } from './name-punctuation.js';
import { nestingDepth } from './nesting-depth.js';
import { nodeDegree } from './node-degree.js';
import { objectiveMissing } from './objective-missing.js';
import { outcomeIncomplete } from './outcome-incomplete.js';
import { outcomeMissing } from './outcome-missing.js';
import { ownerMissing } from './owner-missing.js';
import { personAsOwner } from './person-as-owner.js';
import { personalInPlain } from './personal-in-plain.js';
import { phaseBackwards } from './phase-backwards.js';
import { phaseMissing } from './phase-missing.js';
import { phaseWithoutMeasure } from './phase-without-measure.js';
import { pingPong } from './ping-pong.js';
import { placeholderLeft } from './placeholder-left.js';
import { protectionMissing } from './protection-missing.js';
import { raciTwice } from './raci-twice.js';
import { readBeforeWrite } from './read-before-write.js';
import { refusalSucceeds } from './refusal-succeeds.js';
import { repeatedApproval } from './repeated-approval.js';
import { restoreUntested } from './restore-untested.js';
import { retentionMissing } from './retention-missing.js';
import { reviewMissing } from './review-missing.js';
import { reviewOverdue } from './review-overdue.js';
import { reworkWithoutLoop } from './rework-without-loop.js';
import { riskWithoutRemedy } from './risk-without-remedy.js';
import { sameAnswerTwice } from './same-answer-twice.js';
import { segmentRanges } from './segment-ranges.js';
import { segmentTwice } from './segment-twice.js';
import { segmentUncovered } from './segment-uncovered.js';
import { segmentWithoutPlan } from './segment-without-plan.js';
import { segmentWithoutRule } from './segment-without-rule.js';
import { segmentWithoutWay } from './segment-without-way.js';
import { selfApproval } from './self-approval.js';
import { sensitiveInPlain } from './sensitive-in-plain.js';
import { severalStarts } from './several-starts.js';
import { slaBelowEffort } from './sla-below-effort.js';
import { slaMissing } from './sla-missing.js';
import { slaOverKpi } from './sla-over-kpi.js';
import { soundnessUndecided } from './soundness-undecided.js';
import { startEntered } from './start-entered.js';
import { stepsMissing } from './steps-missing.js';
import { storeOwnerMissing } from './store-owner-missing.js';
import { subflowOutcomeIgnored } from './subflow-outcome-ignored.js';
import { superfluousGateway } from './superfluous-gateway.js';
import { targetDirection } from './target-direction.js';
import { targetImpossible } from './target-impossible.js';
import { taskWithoutVerb } from './task-without-verb.js';
import { textLanguage } from './text-language.js';
import { timeoutBeforeSla } from './timeout-before-sla.js';
import { timeoutCircle } from './timeout-circle.js';
import { timeoutSameOwner } from './timeout-same-owner.js';
import { tooManyBranches } from './too-many-branches.js';
import { tooManyEnds } from './too-many-ends.js';
import { tooManyHandoffs } from './too-many-handoffs.js';
import { tooManyNodes } from './too-many-nodes.js';
import { translationMissing } from './translation-missing.js';
import { unreachableNode } from './unreachable-node.js';
import { unusedField } from './unused-field.js';
import { unusedOwner } from './unused-owner.js';
import { unusedPhase } from './unused-phase.js';
import { unusedSegment } from './unused-segment.js';
import { unusedStore } from './unused-store.js';
import { vagueName } from './vague-name.js';
import { versionMissing } from './version-missing.js';
import { vocabularyTerm } from './vocabulary-term.js';
import { waitWithoutEnd } from './wait-without-end.js';
import { waitWithoutTimeout } from './wait-without-timeout.js';
import { writtenNeverRead } from './written-never-read.js';

export const rules = [
  // structure
  chainedGateway,
  disconnectedPart,
  duplicateConnection,
  idleDecision,
  idleTimeout,
  loopWithoutLimit,
  loopWithoutStep,
  mainPathFails,
  mergeAndSplit,
  outcomeIncomplete,
  outcomeMissing,
  severalStarts,
  startEntered,
  subflowOutcomeIgnored,
  superfluousGateway,
  unreachableNode,
  // soundness
  deadlock,
  improperCompletion,
  livelock,
  missingJoin,
  soundnessUndecided,
  // decisions
  approvalBySilence,
  approvalUnmarked,
  approvalWithoutRefusal,
  approvedUnchanged,
  branchesGap,
  branchesOverlap,
  chanceMissing,
  chancesNot100,
  checksOwnWork,
  decisionNotQuestion,
  defaultMissing,
  sameAnswerTwice,
  segmentRanges,
  segmentTwice,
  segmentUncovered,
  segmentWithoutWay,
  // naming
  allCapitals,
  answersSwapped,
  duplicateName,
  longName,
  mixedLanguages,
  nameIsId,
  namePunctuation,
  taskWithoutVerb,
  textLanguage,
  vagueName,
  vocabularyTerm,
  // complexity
  enteredTwice,
  forkJoinMismatch,
  longWayToDeal,
  nestingDepth,
  nodeDegree,
  pingPong,
  repeatedApproval,
  tooManyBranches,
  tooManyEnds,
  tooManyHandoffs,
  tooManyNodes,
  // responsibility
  accountableMissing,
  approvesOwnData,
  attemptsWithoutLimit,
  decisionOwnerMissing,
  emptyHandover,
  externalAccountable,
  externalSystemStep,
  ownerMissing,
  personAsOwner,
  raciTwice,
  selfApproval,
  unusedOwner,
  // data
  accessMissing,
  accessUnused,
  inputMadeLater,
  inputNotRead,
  readBeforeWrite,
  storeOwnerMissing,
  unusedField,
  unusedStore,
  writtenNeverRead,
  // security
  accessForEveryone,
  accessUndefined,
  auditMissing,
  backupMissing,
  consentMissing,
  deleteByEveryone,
  encryptionMissing,
  exportWithoutApproval,
  externalAccess,
  personalInPlain,
  protectionMissing,
  restoreUntested,
  retentionMissing,
  sensitiveInPlain,
  // time
  approvalWithoutLimit,
  kpiAlwaysMet,
  kpiMissing,
  kpiOffPath,
  kpiWithoutNodes,
  kpiWithoutOwner,
  kpiWithoutTarget,
  minutesForMonths,
  phaseWithoutMeasure,
  reworkWithoutLoop,
  slaBelowEffort,
  slaMissing,
  slaOverKpi,
  targetDirection,
  targetImpossible,
  timeoutBeforeSla,
  timeoutCircle,
  timeoutSameOwner,
  waitWithoutEnd,
  waitWithoutTimeout,
  // customer
  afterSalesMissing,
  cadenceOverlap,
  cadenceVague,
  calledAgainAtOnce,
  contactAfterRefusal,
  contactUnrecorded,
  contactWithoutChannel,
  dormantWithoutReturn,
  feedbackUnused,
  handoverUninformed,
  lossWithoutReason,
  lostPathMissing,
  phaseBackwards,
  phaseMissing,
  refusalSucceeds,
  segmentWithoutPlan,
  segmentWithoutRule,
  unusedPhase,
  unusedSegment,
  // document
  approvedByAuthor,
  approvedWithoutApprover,
  dateInFuture,
  datesDisagree,
  draftInForce,
  effectiveMissing,
  linkInsecure,
  linkLocal,
  objectiveMissing,
  placeholderLeft,
  reviewMissing,
  reviewOverdue,
  riskWithoutRemedy,
  stepsMissing,
  translationMissing,
  versionMissing,
  // drawing
  drawingCrossings,
  drawingCutName,
  drawingSmallPrint,
] as const;
