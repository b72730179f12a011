/**
 * The words by which a note's text is told from its terms, in both languages.
 * Data only; the rules are in the modules beside it.
 */

const list = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/[,，\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

/** Headings and labels that speak of the note or of something named elsewhere, in lower case. */
export const GENERIC = list(`
  简介, 介绍, 概述, 概览, 概要, 综述, 总览, 总结, 小结, 总结一下, 结语, 结论, 结束语, 后记, 前言, 序言, 序, 引言, 引子, 导读, 导语, 背景, 背景知识, 写在前面, 写在最后, 最后,
  参考, 参考资料, 参考文献, 参考链接, 引用, 目录, 索引, 附录, 相关, 相关链接, 相关阅读, 相关资料, 延伸阅读, 扩展阅读, 推荐阅读, 链接, 资料, 资源, 更多, 致谢, 声明, 版权声明, 更新日志,
  概念, 基本概念, 核心概念, 基础概念, 基础知识, 重要概念, 常用概念, 关键概念, 名词解释, 术语, 术语表, 词汇表, 基础, 入门, 定义, 含义, 是什么, 说明, 解释, 描述,
  作用, 用途, 功能, 特点, 特性, 优点, 缺点, 优势, 劣势, 优缺点, 区别, 联系, 对比, 比较, 原理, 工作原理, 实现原理, 架构, 整体架构, 组成, 结构, 组件, 核心组件, 场景, 使用场景, 应用场景, 适用场景, 流程, 工作流程,
  安装, 使用, 用法, 使用方法, 命令, 常用命令, 基本命令, 参数, 选项, 配置, 示例, 例子, 实例, 举例, 例, 例如, 比如, 如, 实践, 实战, 练习, 作业, 思考, 思考题, 步骤, 操作步骤, 环境, 环境准备, 准备, 准备工作, 前提, 前置条件, 快速开始, 快速入门,
  注意, 注意事项, 提示, 警告, 重点, 备注, 注, 补充, 补充说明, 问题, 常见问题, 问, 答, 答案, 解决, 解决方法, 解决方案, 原因, 结果, 目的, 目标, 时间, 日期, 作者, 来源, 出处, 原文, 版本, 地址, 官网, 官方文档, 文档, 图示, 如图, 图, 表, 代码, 输出, 效果, 其他, 其它, 待办,
  首先, 其次, 然后, 接着, 再次, 另外, 此外, 同时, 因此, 所以, 但是, 不过, 因为, 如果, 当然, 也就是说, 换句话说, 简单来说, 简单地说, 简单说, 总之, 一句话, 一句话总结, 总的来说, 具体来说, 通俗地说, 通俗来说, 打个比方, 换言之, 需要注意的是, 值得注意的是, 需要注意, 需要, 如下, 如下图, 包括, 其中, 以下,
  这, 那, 它, 这个, 那个, 他, 我, 你, 我们, this, that, it, these, they, we, you,
  introduction, intro, overview, summary, tl;dr, tldr, abstract, about, about this note, preface, foreword, background, motivation, conclusion, conclusions, recap, wrap-up, wrapping up, final words, closing, epilogue,
  references, reference, further reading, see also, see, read more, learn more, more, links, useful links, resources, sources, source, bibliography, credits, acknowledgements, acknowledgments, license, changelog, appendix, toc, table of contents, contents, index, outline,
  concepts, concept, basic concepts, key concepts, core concepts, main concepts, basics, the basics, fundamentals, glossary, terms, key terms, terminology, definitions, definition, meaning, description, explanation, what, what is it, what it is, what does it do, what it does,
  purpose, features, feature, key features, benefits, advantages, disadvantages, pros, cons, pros and cons, limitations, differences, difference, comparison, how, how it works, how does it work, why, why it matters, when, when to use it, when to use, where, who, architecture, components, key components, parts, structure, use cases, use case,
  installation, install, setup, usage, use, commands, common commands, useful commands, options, parameters, arguments, configuration, example, examples, e.g, e.g., eg, i.e, i.e., for example, for instance, demo, practice, exercise, exercises, homework, steps, prerequisites, requirements, before you begin, getting started, get started, quick start, quickstart, next steps, next, 
  note, notes, nb, n.b, tip, tips, hint, hints, warning, warnings, caution, important, remember, reminder, caveat, caveats, gotchas, best practices, best practice, rule of thumb, troubleshooting, faq, q, a, question, questions, answer, answers, problem, problems, solution, solutions, reason, reasons, result, goal, goals, objective, objectives, date, time, author, version, url, link, docs, documentation, official docs, website, figure, table, code, output, todo, to do, tbd, other, others, misc, miscellaneous,
  first, firstly, second, secondly, third, thirdly, finally, lastly, however, therefore, because, in short, in other words, simply put, that is, key point, key points, key takeaway, takeaway, takeaways, think of it, analogy, fun fact, the following, as follows, including`);

/** Of the generic ones those whose text explains what the heading, the bullet or the column around them names. */
export const EXPLAINS = list(`
  简介, 介绍, 概述, 概览, 概念, 定义, 含义, 意思, 意义, 是什么, 说明, 解释, 描述, 作用, 用途, 功能, 职责,
  introduction, intro, overview, definition, meaning, description, explanation, purpose, what is it, what is it?, what it is, what it does, what does it do, what does it do?, in one sentence, 一句话, 一句话总结, 一句话解释`);

/** What authors note in brackets after a name that is no other name, in lower case. */
export const REMARKS = list(`
  重要, 必考, 必须, 必会, 可选, 推荐, 不推荐, 已废弃, 废弃, 弃用, 已弃用, 了解, 掌握, 熟悉, 核心, 续, 上, 中, 下, 难点, 新增, 新, 旧, 略, 常用, 单数, 复数,
  deprecated, optional, required, recommended, new, advanced, beta, alpha, stable, ga, removed, legacy, experimental, draft, plural, singular, noun, verb`);

/** Columns that give another name. */
export const NAMES = list(`
  译名, 中文, 中文名, 中文名称, 中文译名, 英文, 英文名, 英文名称, 名称, 名字, 别名, 又称, 也叫, 缩写, 简称, 全称, 简写, 翻译,
  name, english, chinese, english name, chinese name, in chinese, in english, translation, alias, aliases, abbreviation, abbreviations, abbr, abbr., short, short name, short form, shortname, shortnames, full name, long form, also called, also known as, aka`);

/** Columns that only count rows. */
export const NUMBERS = list('序号, 编号, 号, #, no, no., nr, number, id');

/** Words before a name that say how it is related to the one before it. */
export const ALIAS_WORDS =
  /^(?:简称|又称|又称为|又叫|又名|也叫|也称|也称为|或称|俗称|别名|别称|缩写|缩写为|全称|旧称|原名|即|英文名?|中文名?|译作|译为|意为|(?:aka|a\.k\.a\.?|abbr\.?|short for|short|also called|also known as|also|formerly|or|in short)(?=[\s:：]))(?:\s*(?:为|是|作|叫))?\s*[:：]?\s*(?=\S)/i;

/** Beginnings and contents by which a whole sentence, a task or a question is known. */
export const SENTENCES = [
  /[。！!？?；;…：]|:\s/,
  /^(?:如何|怎么|怎样|为什么|为何|为啥|什么时候|是否|能否|通过|根据|由于|因为|如果|假如|假设|当我|只要|虽然|尽管|我|你|他|她|它|我们|你们|他们|大家|这|那|这里|那里|这个|那个|这些|那些|下面|接下来|以下|上面|有时|有些|每次|每当|一旦|所谓|请(?!求)|让我)/,
  /^(?:安装|使用|编写|查看|搭建|下载|卸载|执行|创建|删除|修改|运行一个|部署一个)[^的]/,
  /(?:是(?!非)|不能|不要|不会|没有|不是|为什么|怎么|哪些|哪个|哪里|吗|呢|吧|了(?!解)|说|如下|的是|有以下|包括|包含|比如|例如)/,
  /^(?:what|how|why|when|where|who|which|if|because|since|while|although|so|but|and|then|i|we|you|he|she|it|they|this|these|those|that|there|here|let|let's|please|note that|don't|do not|make sure|remember|for|to|in|on|at|with|as|after|before|first|next|finally|once|some|many|most|every|each|now)\s/i,
  /^(?:installing|using|creating|running|setting up|getting|deploying|writing|working with|install|create|run|set up|download|delete|remove|add a|make|try|go to)\s+\S/i,
  /\s(?:is|are|was|were|isn't|aren't|does|doesn't|do|don't|can|can't|will|won't|should|must|has|have|had|being|because|says|said)(?:\s|$)/i,
  /^(?:step|part|chapter|lesson|section|day|week|phase|module|unit|figure|fig|table|question)\s*[.#]?\s*\d+$/i,
  /^(?:[二两三四五六七八九十几\d]+\s*(?:个|大|种|类|点|条|步)|(?:two|three|four|five|six|seven|eight|nine|ten|several)\s)/i,
  /(?:基本|核心|重要|基础|常用|关键|相关|主要)(?:的?概念)?$/,
  /(?:区别|对比|比较|差异|异同|关系|联系)$|\s(?:vs\.?|versus)\s|^differences? between\s/i,
  /^第\s*[\d一二三四五六七八九十百]+\s*[章节部分篇讲课步天周回集]?$/,
];

/** Names of whole notes: their first paragraph tells of the note. */
export const TITLES =
  /(?:笔记|教程|入门|指南|手册|学习|实战|实践|总结|整理|汇总|大全|系列|指北|速查|面试题|踩坑|（[一二三四五六七八九十]+）|\b(?:notes|tutorial|guide|handbook|cheat ?sheet|101|crash course|walkthrough|for beginners|primer|in \d+ minutes|study notes|learning|journey|diary)|第\s*[\d一二三四五六七八九十]+\s*(?:周|天|章|节|课|讲|期|部分)|\b(?:week|day|chapter|lesson|session) \d+)\s*$/i;

/** What surrounds the term in a heading; the first group is the term. */
export const FRAMES = [
  /^(?:什么是|什么叫做?|何为|何谓|啥是|认识一下|认识|初识|初探|了解一下|了解|理解|深入理解|深入了解|深入|走进|浅谈|谈谈|聊聊|详解|关于)\s*(.+)$/,
  /^(.+?)\s*(?:到底|究竟)?(?:是什么|是啥|是干什么的|是做什么的|是干嘛的|是什么东西|指什么|是什么意思|有什么用|有什么作用)\s*[?？]?$/,
  /^(.+?)\s*的?(?:概念|(?<!自)定义|含义|简介|介绍|概述|概览|详解|是何物)$/,
  /^(.+?)\s*的(?:作用|用途|功能|职责)$/,
  /^(?:so,?\s+)?what(?:\s+exactly)?(?:\s+is|\s+are|'s|’s)\s+(.+?)\s*\?*$/i,
  /^what does\s+(.+?)\s+(?:do|mean)\s*\?*$/i,
  /^(?:an\s+)?(?:introduction to|intro to|overview of|understanding|about|meet|introducing|a look at|basics of|the basics of)\s+(.+)$/i,
  /^(.+?)\s*(?:[:：-]\s*)?(?:overview|explained|in a nutshell|introduction|basics|definition)$/i,
];

/** Beginnings of a text that speaks of the note instead of the term. */
export const ABOUT_THE_NOTE =
  /^(?:本文|本节|本章|本篇|本系列|本教程|这篇|这一节|这一章|这一篇|这里我们|下面|接下来|上一[节章篇]|上文|前面|今天我们?|如下|以下|如图|见下|请参考|请看|参见|参考|待补充|待续|略|未完|in this (?:post|article|note|section|chapter|page|guide|tutorial|document|series)|this (?:post|article|note|section|chapter|page|guide|tutorial|document|series)|these notes|my notes|the following|below|here (?:are|is|we)|let's|let us|see (?:below|above|also)|todo|tbd|coming soon|work in progress)/i;
