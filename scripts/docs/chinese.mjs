/** What the registries say in English, in Chinese, for README.zh-CN.md. An entry that is missing or left over fails the run. */
const words = {
  commands: {
    validate: '检查流程文件，准确指出要改哪里',
    lint: '按规则检查流程：语法没错、实际会出问题的地方',
    check: '一次做完 CI 需要的全部检查：validate、lint，项目文件要求时还核对输出文件',
    fmt: '统一文件的写法：顺序、缩进、引号；含义和注释不变',
    render: '画图，或输出 Mermaid、数据、文档',
    sop: '为每个流程生成标准作业指导书（Markdown）和配图，或某个岗位的手册',
    site: '生成可点击浏览的静态培训网站：图、作业指导书、岗位、搜索',
    build: '生成项目文件列出的全部输出，只做有变化的部分',
    diff: '比较两个版本，说明流程变了什么、影响谁、有什么风险',
    init: '从模板开始；不写名称则列出全部模板；加 --git 让 git 按流程含义比较与合并',
    log: '逐次提交说明流程改了什么，文件改名前的也算',
    textconv: '把流程打印成只随含义变化的文本；由 `git diff` 调用',
    'merge-driver': '按标识合并流程的两个版本；由 git 调用，用 `trackflow init --git` 配置',
    schema: '输出 JSON Schema：流程、库、项目文件、主题、SOP 模板、json 格式',
    explain: '解释一个诊断代码或规则；不写则列出全部',
    rules: '列出 lint 的规则：查什么、多严重、属于哪个预设',
  },
  formats: {
    svg: '图片：真实文字，自动适应浅色和深色',
    png: '像素图片：用于不支持 SVG 的文档、聊天和幻灯片',
    pdf: '单页 PDF：矢量图，打印清晰，文字可搜索、可复制',
    'sop-html': '标准作业指导书的单页网页，含流程图',
    docx: '标准作业指导书的 Word 文档，含流程图',
    drawio: 'draw.io 文件：泳道、形状和连线都保留，可继续手工编辑',
    mermaid: 'Mermaid 文本，用于 GitHub、维基和文档网站',
    json: '解析后的完整流程，供程序使用',
    md: '矩阵：Markdown 表格',
    csv: '矩阵：可直接用 Excel 打开的表格',
    html: '矩阵：可浏览、可打印的单页网页',
    ics: '日历：评审、指标、客户跟进与恢复演练的日期',
    sop: '标准作业指导书，Markdown 格式',
  },
  views: {
    swimlane: '泳道图：每个参与者一条泳道，阶段沿流程方向排列',
    flow: '流程图：只看步骤，负责人写在步骤里',
    'data-flow': '数据流图：哪些步骤读写哪些数据，含数据存储与外部方，标出敏感程度与加密',
    overview: '总览图：只看阶段和子流程，各阶段做什么、何时算完成、怎样往来',
  },
  matrices: {
    raci: '职责矩阵：每个环节由谁负责、谁负最终责任、征询谁、知会谁',
    crud: '数据权限矩阵：授予的权限与流程实际用到的对照',
    kpi: '绩效指标：目标、计算方法、起止环节、负责人、周期',
    cadence: '跟进计划：每类客户、每个渠道多久一次，由谁，谈什么',
    controls: '数据保护：加密、备份、恢复演练、审计、保存期限与访问权限',
    'data-dictionary': '数据字典：分组、数据项、敏感级别，谁在哪里写入和读取',
    handoffs: '交接清单：从谁到谁、在哪个环节、传递什么、多久内完成',
  },
};

export function chinese(kind, id) {
  const text = words[kind][id];
  if (text === undefined) throw new Error(`scripts/docs/chinese.mjs has no Chinese for ${kind} "${id}"`);
  return text;
}
