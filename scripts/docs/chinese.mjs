/** What the registries say in English, in Chinese, for README.zh-CN.md. An entry that is missing or left over fails the run. */
const words = {
  commands: {
    validate: '检查流程文件，准确指出要改哪里',
    lint: '按规则检查流程：语法没错、实际会出问题的地方',
    check: '一次做完 CI 需要的全部检查：validate 和 lint',
    render: '画图，或输出 Mermaid、数据、文档',
    sop: '为每个流程生成标准作业指导书（Markdown）和配图，或某个岗位的手册',
    site: '生成可点击浏览的静态培训网站：图、作业指导书、岗位、搜索',
    build: '生成项目文件列出的全部输出，只做有变化的部分',
    init: '从模板开始；不写名称则列出全部模板',
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
    sop: '标准作业指导书，Markdown 格式',
  },
  views: {
    swimlane: '泳道图：每个参与者一条泳道，阶段沿流程方向排列',
    flow: '流程图：只看步骤，负责人写在步骤里',
    'data-flow': '数据流图：哪些步骤读写哪些数据，含数据存储与外部方，标出敏感程度与加密',
    overview: '总览图：只看阶段和子流程，各阶段做什么、何时算完成、怎样往来',
  },
};

export function chinese(kind, id) {
  const text = words[kind][id];
  if (text === undefined) throw new Error(`scripts/docs/chinese.mjs has no Chinese for ${kind} "${id}"`);
  return text;
}
