/**
 * English verbs of business life in their base form, and the words for things that stand in names of activities. As with the
 * Chinese ones, a verb that is missing would make a rule nag, so the list is generous.
 */
export const englishVerbs: ReadonlySet<string> = new Set(
  `
accept access acknowledge acquire act activate adapt add address adjust administer adopt advertise advise agree aim alert align allocate allow
amend analyse analyze announce anonymise anonymize answer anticipate apologise apologize appeal append apply appoint appraise approach approve arbitrate archive arrange ask
assemble assess assign assist attach attend attract audit authenticate authorise authorize automate await award back balance ban bar begin bid bill bind block book brief bring browse budget build buy
calculate calibrate call cancel canvass capture carry categorise categorize celebrate certify change charge chase chat check choose clarify classify clean cleanse clear click close coach collect combine come commission commit
communicate compare compensate compile complain complete comply compose compute conclude conduct configure confirm connect consider consolidate construct consult contact contain continue contract contribute control convert convince coordinate co-ordinate copy correct
count counsel create credit cross-check cross-sell customise customize cut deactivate deal debit debrief debug decide declare decline decompose decrypt deduct deduplicate de-duplicate defer define delay delegate delete deliver demo demonstrate deny deploy deposit describe design destroy detect determine
develop diagnose dial digitise digitize direct disable discard discharge disclose discount discover discuss dismiss dispatch display dispose distribute divide do document download draft draw drill drop duplicate edit educate elaborate eliminate email e-mail embed emit employ enable encrypt end engage enhance enquire enrich
enrol enroll ensure enter entertain erase escalate establish estimate evaluate examine exchange exclude execute exit expand expedite explain explore export extend extract facilitate fetch file fill filter finalise finalize find finish fit fix flag follow forecast format forward found freeze fulfil fulfill gather
generate get give go grade grant greet group grow guide hand handle hear help hire hold host identify ignore implement import improve include incorporate increase inform initiate input inquire insert inspect install instruct insure integrate interview introduce inventory investigate invite invoice involve issue iterate join judge justify
keep keyword kick label launch lead learn leave lend let level lift limit link list listen load locate lock log look lower mail maintain make manage manufacture map mark market mask match measure mediate meet merge message migrate minimise minimize mitigate model modify monitor motivate move negotiate nominate normalise normalize note notify nurture
observe obtain offer offboard onboard open operate optimise optimize order organise organize orient originate outline overhaul overrule oversee pack package park participate pass patch pause pay perform permit persuade phone pick pilot pitch place plan play point poll populate post postpone prepare present prevent price print prioritise prioritize process procure produce
program progress project promise promote prompt propose prospect protect prototype prove provide provision publish pull purchase pursue push put qualify quantify query question queue quote raise rank rate reach react reactivate read realise realize reassign rebuild recall receive recheck recognise recognize recommend reconcile reconnect record recover recruit recycle redeem redesign redirect reduce re-engage reengage refer refine
refresh refund refuse register regroup regularise rehearse reject relate release remediate remedy remind remove renegotiate renew rent reopen repair repeat rephrase replace replenish reply report repost represent reprint request require reschedule rescue research resell reserve reset resolve respond restart restock restore restrict resubmit resume retain retarget retest retire retrain retrieve retry return reuse revert review revise revisit revoke reward rework roll route run
sample sanitise satisfy save scan schedule scope score screen seal search secure see seek segment select sell send separate serve service set settle set-up shadow shape share ship shop shortlist show sign simplify sketch skip solicit solve sort source specify split sponsor staff standardise standardize start stop store strengthen structure study submit subscribe substitute suggest summarise summarize supervise supply support survey suspend swap switch sync synchronise synchronize
tag tailor take talk target teach tell tender terminate test thank tidy track trade train transcribe transfer transform translate transmit transport travel treat triage trigger try turn type unblock uncover understand undo unfreeze unlock unpack unsubscribe update upgrade upload upsell up-sell use utilise utilize vaccinate validate value verify view visit vote wait walk warn watch weigh welcome win wind wipe withdraw work wrap write
`.match(/\S+/gu),
);

/** Things, also where the word could be a verb (`order`, `record`): standing last in a name they are what it is about. */
export const englishThings: ReadonlySet<string> = new Set(
  `
account address agreement archive basket budget card cart catalogue catalog channel client company contract criteria crm customer data database department details directory document email e-mail employee equipment
field file folder form group guideline information inventory invoice item job kpi lead letter list log mail manager manual material message name note number offer opportunity order organisation organization package paper password
person phone plan platform policy portfolio price pricelist product profile program project proposal prospect quantity quotation quote receipt record register report request requirement role rule sheet software spreadsheet stock store supplier system table target team template ticket tool user vendor voucher warehouse website
`.match(/\S+/gu),
);

/** What things are called more closely; a word that is neither here nor a thing may be a verb, and is given the benefit of doubt. */
export const englishQualities: ReadonlySet<string> = new Set(
  `
a about active all an and annual approved basic central closed complete confidential current daily final first for full general in internal interesting key main marketing master
monthly new of old open our personal potential pricing purchase qualified quarterly regular sales second signed support technical the their third to updated weekly with yearly your
`.match(/\S+/gu),
);
