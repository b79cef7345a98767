# City Atlas 中文词条。与 en.ftl 一一对应，构建时核对。

## 标点与连接
list-mark = 、
sentence-mark = ；
sentence-gap = {""}
and-mark = 与

## 状态与限定
not-reported = 未报告
not-applicable = 不适用
qualifier-about = 约
qualifier-nearly = 近（略少于）
qualifier-more-than = 余、多、超过
qualifier-reached = 达
cities-counted = { $count } 个市
highlights-counted = { $count } 条亮点
figures-counted = { $count } 项数据
regions-counted = { $count } 个地区
indicators-counted = { $count } 个指标
sources-counted = { $count } 个来源
periods-counted = { $count } 个时期

## 图表
figure-ranking = 排序
figure-comparison = 对比
figure-map = 地图
figure-share = 占全省比重
figure-targets = 完成率
figure-profile = 主题分布
figure-coverage = 覆盖情况
figure-coverage-themes = 各主题报告情况

coverage-of = { $total } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }中 { $reporting } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }已报告
per-10k-residents = 每万常住人口（{ $unit }）
legend-reported = 已报告
legend-related = 相关但口径不同，单独列出
legend-related-dot = 圆圈：报告了相关指标
legend-reference = { $name }：{ $value }
legend-city-a = A { $name }
legend-city-b = B { $name }
legend-with-care = 斜线：谨慎可比
legend-completed = 完成率
legend-plan = 目标（100%）
legend-empty-cell = 未报告，不等于零
legend-figures-counted = 已报告数据的项数
related-heading = 相关但口径不同（单独列出）
left-out-values = 另有 { $count } 个，从 { $least } 到 { $most }
more-names = 另有 { $count } 个
missing-heading = 未报告（{ $count } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }），不等于零
tile-fact = 已报告
tile-not-reported = 未报告

source-place = 《{ $title }》{ $place }
source-line = 来源：{ $text }
note-of = { $region }：{ $note }

heading-indicator = 指标
heading-verdict = 可比性
comparison-title = { $a }与{ $b }
verdict-comparable = 可比
verdict-with-care = 谨慎可比
verdict-only = 仅{ $city }
verdict-neither = 均未报告
care-definition = { $city }：{ $text }
care-periods = 时点或时期不同：{ $a }为{ $period-a }，{ $b }为{ $period-b }。
care-rounded = { $city }的数字是概数。
care-derived = { $city }的数字为推算数。
care-part-and-whole = 两地为包含关系，总量不宜直接比较。

share-title = { $name }：占{ $region }比重
share-whole = { $region }合计 { $value }
share-part = { $name }：{ $value }，占 { $percent }
share-rest = 其余未分列：{ $value }，占 { $percent }
targets-title = { $region }民生实事完成率
targets-subtitle = 占年度目标的百分比 · { $period }
profile-title = { $names }：亮点主题分布
profile-subtitle = 亮点条数，按主题
profile-note = 亮点条数反映所报告的内容，不代表工作成效的高低。
coverage-title = 哪些市报告了什么
coverage-themes-title = 各市在各主题下报告了多少数据
coverage-themes-summary = { $cities } 个市，{ $themes } 个主题，{ $figures } 项市级数据
note-context-left-out = 人口等背景数据不在其内。
coverage-summary = { $cities } 个市，{ $indicators } 项指标，{ $figures } 项市级数据
coverage-highlights-heading = 亮点条数（按主题）

## 无法成图的原因
why-no-indicator = 请先选择一项指标。
why-no-city = 各市均未报告“{ $name }”。
why-no-city-related = 各市均未报告“{ $name }”；可改看相关指标：{ $related }。
why-no-share = 各市的“{ $name }”均未计入{ $region }合计，无法计算占比。
why-no-targets = 数据中没有完成率。
why-no-coverage = 各市均无报告内容。
why-no-map = 数据中没有地图布局。
why-one-city = 请选择一个或两个市。
why-two-cities = 请选择两个不同的市。

## 文字描述与读屏
alt-pair = { $city } { $value }
alt-missing = { $count } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }未报告：{ $names }。
alt-target = { $name }：{ $achieved }，完成目标的 { $rate }。
spoken-bar = { $name }，{ $value }，在已报告的 { $total } 个市中排第 { $rank } 位
spoken-fact = { $name }：{ $value }
spoken-related = { $name }，{ $value }，相关指标：{ $indicator }
spoken-pair = { $indicator }：{ $a-name } { $a }，{ $b-name } { $b }。{ $verdict }。
spoken-place = { $name }，第 { $position } 个，共 { $total } 个
spoken-place-value = { $name }，第 { $position } 个，共 { $total } 个；{ $indicator }：{ $value }
spoken-cell = { $city }，{ $label }：{ $value }
spoken-count = { $name } { $count } 条
spoken-theme = { $theme }：{ $counts }

## 菜单与命令
menu-file = 文件
menu-view = 视图
menu-figure = 图表
menu-display = 显示
menu-help = 帮助
# 屏幕内容、与相邻市比较、图表的文字与表格
command-describe-screen = 说明当前屏幕
command-neighbours = 与相邻市比较
command-figure-in-words = 用文字和表格读图
spoken-bar-alone = { $name }，{ $value }，只有该市报告
screen-title = 当前屏幕
screen-tab = 页面
screen-city = 城市 A
screen-second = 城市 B
screen-none = 未选择
screen-coverage = { $total } 个市中有 { $count } 个市报告；其余各市没有数据，不等于零。
screen-figure = 图表
screen-next = 接下来可以
screen-next-parts = 按 F6 依次前往菜单、地图、城市列表、主区域、出处、状态栏。
screen-next-city = 在地图或列表上，用方向键在各市之间移动，按回车键选定城市 A。
screen-next-second = 按 C 将当前的市与城市 A 对比；按 N 了解它与相邻各市的高低。
screen-next-table = 按 T 用文字和表格读图。
screen-next-keys = 按问号列出全部快捷键。
neighbours-title = { $name }与相邻各市
neighbours-none = 数据中没有列出{ $name }的相邻市。
neighbours-beside = 相邻
neighbours-at = { $name }（{ $direction }）
neighbours-across = { $name }（{ $direction }，隔水相望）
neighbours-value = { $place }：{ $value }。
neighbours-care = 须谨慎比较。
neighbours-nothing = 请先选择城市和指标。
direction-north = 北面
direction-north-east = 东北面
direction-east = 东面
direction-south-east = 东南面
direction-south = 南面
direction-south-west = 西南面
direction-west = 西面
direction-north-west = 西北面
command-open = 打开数据文件…
command-open-built-in = 打开内置数据
command-reload = 重新读取
command-quit = 退出
command-back = 后退
command-forward = 前进
command-toggle-map = 地图用轮廓
command-toggle-per-residents = 总量按每万常住人口
command-toggle-lang = 切换到英文
command-toggle-theme = 切换浅色与深色
command-zoom-in = 放大
command-zoom-out = 缩小
command-zoom-reset = 恢复大小
command-pin = 将鼠标所指的市设为对比市 B
command-swap = 互换 A 与 B
command-save-figure = 保存图表…
command-copy-picture = 复制图片
command-copy-words = 复制文字描述
command-copy-data = 复制数据
command-keys = 快捷键
command-about = 关于

## 标签页与侧栏
tab-city = 城市
tab-compare = 对比
tab-plots = 图表
tab-coverage = 概览
tab-table = 表格
picker-name = 指标
picker-spoken = 指标：{ $name }
picker-filter = 按名称筛选
picker-none = 没有匹配的指标
map-to-outlines = ⇄ 轮廓
map-to-tiles = ⇄ 方格
outlines-schematic = 示意轮廓，不作为界线依据
order-value = 按数值
order-name = 按名称
order-official = 按行政区划顺序
order-by-value = 数值
order-by-name = 名称
order-by-official = 区划
hint-compare = 按住 { $key } 单击另一个市，或指向该市后按 C，即可与所选的市对比。

## 城市、对比
city-choose = 请在左侧选择一个市
highlights-heading = 亮点
highlights-none = 没有亮点
figures-heading = 数据
button-end-comparison = 结束对比
button-copy = 复制
button-save = 保存
button-cancel = 取消
button-close = 关闭
button-open = 打开
button-browse = 选择位置…
per-10k-switch = 每万常住人口
impossible-heading = 当前数据不支持以下图表
named-value = { $name }：{ $value }

## 表格
table-filter = 筛选地区、指标、数值、来源
heading-region = 地区
heading-value = 数值
heading-period = 时间
heading-printed = 原文数字
heading-source = 来源

## 出处栏
drawer-empty = 选择一个市和一项指标，这里显示数据的出处。
drawer-heading = 出处 · { $region } · { $indicator }
drawer-printed = 原文数字：{ $printed }
drawer-printed-qualified = 原文数字：{ $printed }（限定词：{ $qualifier }）
drawer-not-zero = 未报告不等于零
drawer-note = 注意

## 状态栏与通知
status-places = 1 省 { $cities } 市
context-counted = { $count } 项背景数据
origin-built-in = 内置数据 data.ron
notice-opened = 已打开 { $file }
notice-saved = 已保存：{ $path }
notice-copied-picture = 图片已复制到剪贴板
notice-copied-words = 文字描述已复制到剪贴板
notice-copied-data = 数据已复制到剪贴板
notice-pin-nothing = 请先指向一个市，再按 C

## 保存图片、打开文件
picture-scale = 倍率
picture-size = { $width } × { $height } 像素
picture-colours = 配色
picture-path = 文件
theme-light = 浅色
theme-dark = 深色
opening-title = 正在打开 { $file }
opening-reading = 正在读取文件……
opening-figures = 正在读取数据……
opening-checking = 正在逐项检查文件……
opening-indexing = 正在准备显示……
opening-cancelled = 已取消打开 { $path }，当前内容未变。
opening-failed = 无法打开 { $path }：{ $reason }。请关闭其他程序后重试。
opening-broke-off = 读取中断
open-title = 打开数据文件
open-explained = 系统没有提供文件对话框，请直接填写路径。
open-path = 路径

## 数据文件有误
faults-title = 无法打开 { $file }：发现 { $count } 处问题
faults-explained = 数据文件有误，未打开其中任何内容。请按提示逐条修改，再重新读取。
faults-back = 回到已打开的数据
faults-copy = 复制全部问题
faults-more = 还有 { $count } 处问题未列出
faults-place = { $file }，第 { $line } 行，第 { $column } 列

## 打开的文件被改动
command-show-edits = 文件保存后自动更新
notice-edit-shown = 已更新为 { $file } 刚保存的内容
edit-broken = { $file } 现有 { $count } 处错误，此处显示的仍是上一个没有错误的版本
edit-missing = 找不到 { $file } 了，此处显示的是最后一次读到的内容
edit-place = 第 { $line } 行，第 { $column } 列
edit-problem = { $place }：{ $problem }
edit-show-all = 查看全部问题

## 帮助
keys-tab = Tab、Shift+Tab：在控件之间移动；Enter 或空格：选定。
keys-arrows = 方向键：焦点在地图或列表上时，移到相邻的市。
keys-click = 单击：选定城市 A；{ $key }+单击：选定城市 B。
about-title = City Atlas { $version }
about-text = 区域统计浏览器：看清各市报告了什么、没有报告什么，哪些数字可比，每个数字出自哪里。
about-sources = 数据来源
about-map = 地图
about-licences = 程序以 MIT 或 Apache-2.0 许可发布；字体为思源黑体（Noto Sans SC），采用 SIL OFL 1.1 许可。
cli-no-window = 无法打开窗口：{ $error }。窗口需要图形桌面和 OpenGL 2 以上版本：请登录图形桌面，或安装显卡驱动（Linux 上为 Mesa）。没有窗口时，city-atlas export、table、check 命令照常可用。
drawer-definition = 指标定义
facts-counted = { $count } 项文字事项
versus-mark = {" "}与{" "}
class-span = { $from }–{ $to }
picture-preset = 用途
preset-screen = 屏幕
preset-slide = 幻灯片 16:9
preset-half-page = 半页
preset-full-page = 整页
preset-square = 方形
theme-contrast-light = 高对比浅色
theme-contrast-dark = 高对比深色
theme-print = 印刷
command-theme-system = 配色跟随系统
command-theme-light = 浅色
command-theme-dark = 深色
command-theme-contrast-light = 高对比度（浅色底）
command-theme-contrast-dark = 高对比度（深色底）
verdict-both-report = 均有报告
search-regions = 地区
search-indicators = 指标
search-highlights = 亮点
command-find = 搜索

## 一句话说明图意
takeaway-sentence = { $text }。
takeaway-all = { $total } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }均报告了“{ $title }”
takeaway-some = { $count ->
   *[other] { $total } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }中 { $reporting } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }报告了“{ $title }”
}
takeaway-only = ：{ $name }，{ $value }
takeaway-lead = ，{ $names }最高（{ $value }）
takeaway-rest = { $count ->
   *[other] ；其余 { $missing } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }未报告
}
takeaway-comparison = { $a }与{ $b }报告的指标中，{ $comparable ->
   *[other] 可直接比较的有 { $comparable-word } 项
}{ $context }，须谨慎比较的有 { $care } 项；{ $only-a ->
   *[other] 仅{ $a }报告 { $only-a-word } 项
}，仅{ $b }报告 { $only-b } 项。
takeaway-share = { $count ->
   *[other] { $region }“{ $name }”合计 { $value }，{ $names }占 { $percent }
}
takeaway-share-rest = ；其余部分来源未按市分列
takeaway-targets-all = { $count ->
   *[other] 报告了完成率的 { $total } 项目标均已完成或超额完成，其中“{ $name }”最高，完成目标的 { $rate }。
}
takeaway-targets-some = { $count ->
   *[other] 报告了完成率的 { $total } 项目标中，{ $met } 项完成或超额完成，“{ $name }”最高，完成目标的 { $rate }。
}
takeaway-profile = { $name }有 { $count } 条亮点，分布于 { $themes } 个主题{ $lead }。
takeaway-profile-lead = { $themes ->
    [1] ，以{ $names }最多（{ $count } 条）
   *[other] ，以{ $names }最多（各 { $count } 条）
}
quoted = “{ $text }”
takeaway-profile-none = { $name }没有亮点。
takeaway-coverage = 至少一个市报告的指标共 { $indicators } 项，其中 { $shared } 项由两个及以上的市报告，{ $all } 项各市均有报告。
takeaway-coverage-themes = { $themes } 个主题中，{ $all } 个主题各市均有数据；报告的市最多的是{ $best }（{ $most } 个市）。
alt-profile-missing = 没有亮点的主题：{ $names }。
alt-coverage-missing = 空格表示未报告，不等于零。
data-other-cities = 其余未分列
data-highlights = 亮点
data-figures = 已报告数据项数
words-missing-heading = 未报告（不等于零）：
words-notes-heading = 说明：
words-region-and-indicator = { $region }，{ $indicator }
words-as-printed = { $text }（原文：{ $printed }）
words-with-care = { $text }——须谨慎比较：{ $reasons }

## 各市简报
brief-title = { $region }：{ $title }
brief-skip = 跳到正文
brief-lead = { $region }报告了 { $figures }、{ $highlights }。未报告的指标列于文末；未报告不等于零。
brief-glance-heading = 概况
brief-figures-caption = { $region }报告的数据：{ $theme }
brief-pictures-heading = 图
brief-neighbours-heading = 与相邻市的可比性
brief-neighbours-caption = { $region }与各相邻市的指标项数（按可比性）
brief-only-neighbour = 仅相邻市
brief-missing-heading = 未报告的指标
brief-missing-text = 以下指标有其他市报告，{ $region }未报告。未报告不等于零，只表示来源没有写到。
brief-missing-item = { $name }（{ $cities }已报告）
brief-missing-none = 其他市报告的指标，该市均有报告。
brief-sources-heading = 来源
brief-note-mark = 。
brief-data = 数据集 { $id } · SHA-256 { $hash }
brief-facts = 双方均报告的文字事项

## 图形标记与键盘
mark-position = { $name }；第 { $position } 项，共 { $total } 项
map-spoken = 各市地图
list-spoken = 各市列表
map-spoken-keys = 方向键在各市之间移动，回车键选定，C 键设为对比市。

## 两市对比
takeaway-context-all = （均为背景数据）
takeaway-context-some = （其中背景数据 { $count } 项）
comparison-not-zero = 未报告不等于零。
comparison-only = 仅{ $city }报告（{ $count } 项）
comparison-empty = 没有符合筛选条件的数据。选择“全部”可查看任一市报告的内容。
comparison-note-numbers = 仅列数字，文字事项未列出。
comparison-note-comparable = 仅列双方均报告且可比（含谨慎可比）的内容，其余未列出。
comparison-note-per-residents = 适用的总量按每万常住人口（年末）折算。
comparison-per-10k = 每万人 { $value } { $unit }
comparison-related = 相关数据 { $count } 项
comparison-related-line = { $city }“{ $name }”：{ $value }。{ $reason }
difference-none = 与 A 相同
difference-ratio = 为 A 的 { $ratio } 倍
difference-points-above = 比 A 高 { $points } 个百分点
difference-points-below = 比 A 低 { $points } 个百分点
telling-ratio = “{ $indicator }”{ $more }为 { $more-value }，是{ $less }（{ $less-value }）的 { $ratio } 倍。
telling-points = “{ $indicator }”{ $more }为 { $more-value }，比{ $less }（{ $less-value }）高 { $points } 个百分点。
compare-choose = 选择与{ $a }对比的市
compare-choose-a = 选择 A 市
compare-picker-a = A 市：{ $name }
compare-picker-b = B 市：{ $name }
compare-none = 尚未选择
compare-filter-hint = 筛选城市
compare-no-city = 没有匹配的市
compare-pin = 固定 A
compare-pin-hover = 固定 A：在地图或列表上选择其他市时，只更换 B
compare-pick = 在地图上选 B
compare-banner = 请在地图或列表上选择第二个市：单击，或用方向键移到该市后按回车。按 Esc 取消。
compare-cancel = 取消
compare-end = 结束
compare-alike = 报告内容最相近：
compare-different = 差异最大：
compare-suggestion = { $city }（{ $percent }）
compare-suggestion-hover = 亮点主题重合 { $percent }；双方均报告的指标 { $shared } 项（背景数据除外）。按报告内容而非工作成效衡量。
compare-show = 显示
compare-filter-all = 全部
compare-filter-numbers = 仅数字
compare-filter-comparable = 仅可比
compare-copy-data = 复制数据
command-pin-a = 固定 A
command-pick-second = 在地图上选择 B 市

## 导出图表
save-title = 保存图表：{ $name }
save-format = 格式
save-letters = 文字
save-replace = “{ $file }”已存在，替换后无法恢复。
button-replace = 替换
button-keep = 保留原文件
format-txt = 文本
format-png-about = 像素图片，适合文档、幻灯片和网页。
format-svg-about = 矢量图，放大不失真，可用 Inkscape 或 Illustrator 编辑。
format-csv-about = 图中数据的表格，含原文数字、可比性判断和来源，可用电子表格软件打开。
format-json-about = 同样的数据，另含标题、说明和来源，供程序读取。
format-txt-about = 用文字写出标题、数值、未报告项、说明和来源。
svg-text-text = 保留文字
svg-text-outlines = 转为轮廓
svg-text-text-about = 文字可检索、复制、编辑；在装有思源黑体（Noto Sans SC）的电脑上，与窗口所见一致。
svg-text-outlines-about = 在任何电脑上看起来都一样，但文字不能再检索、编辑。

## 概览页
items-counted = { $count } 项数据
home-lead = 收录{ $region }及其 { $cities } 个市（{ $period }）的 { $figures }、{ $facts }和 { $highlights }。各市报告的内容不同：{ $indicators } 项指标中，{ $shared } 项由两个及以上的市报告。未报告的均予注明；未报告不等于零。
home-cards-heading = { $region }概况
home-of-target = 完成目标的 { $rate }
home-suggestions-heading = 值得比较
home-suggestions-none = 各市报告的数字均无法两两比较。下方列出各市报告了什么。
home-same-number = { $name }：{ $a } { $value-a }，{ $b } { $value-b }
home-near-numbers = { $name }：{ $a } { $value-a }，{ $b } { $value-b }（口径不同）
home-and-more = { $sentence }；另有 { $count } 项
home-and-related = { $name }及相关指标
home-span = { $name }：{ $low }（{ $low-city }）至 { $high }（{ $high-city }）
home-themes-heading = 各市报告了什么（按主题）
home-themes-legend = 3 + 2：数据 3 项，亮点 2 条
home-indicators-heading = 各市报告了什么（按指标）
home-indicators-none = 没有这么多市共同报告的指标。
home-rows-shown = 显示 { $shown } 项指标，共 { $total } 项
home-least-all = 全部
home-least = 至少 { $count } 个市报告
home-hint-city = 查看{ $name }；按住 Ctrl 单击，与所选的市对比。
home-hint-ranking = 查看各市的“{ $name }”
home-hint-theme = 在表格中查看“{ $name }”的全部数据
home-group = { $name }（{ $count }）
home-group-folded = { $name }，{ $count ->
   *[other] { $count } 项指标
}，已折叠
home-group-open = { $name }，{ $count ->
   *[other] { $count } 项指标
}，已展开

## 表格与筛选
heading-theme = 主题
heading-unit = 单位
heading-qualifier = 限定词
heading-status = 状态
heading-note = 注意
heading-place = 位置
status-reported = 原文报告
status-derived = 推算
status-context = 背景
table-all = 全部
table-region = 地区：{ $name }
table-theme = 主题：{ $name }
table-status = 状态：{ $name }
table-pair = 仅 A 与 B
table-missing = 显示未报告
table-columns = 列
table-rows = 显示 { $shown } 行，共 { $total } 行
table-clear = 清除筛选
table-none = 没有符合条件的行。请清除筛选，或少输入几个字。
table-sort-none = { $name }，未排序
table-sort-up = { $name }，升序
table-sort-down = { $name }，降序
table-sort-hint = 按{ $name }排序：升序、降序、原顺序
table-spoken = 表格，共 { $total } 行
table-spoken-row = 第 { $row } 行，共 { $total } 行。{ $text }
table-hint = 方向键：移动；Enter：查看出处；Ctrl+C：复制所选行；Shift+F10：菜单
table-copy-cell = 复制单元格
table-copy-rows = { $count ->
    [one] 复制该行
   *[other] 复制 { $count } 行
}
table-open = 查看出处
command-copy-table = 复制表格
command-copy-citation = 复制引文
command-toggle-drawer = 折叠或展开出处栏
command-previous-figure = 同一地区的上一项数据
command-next-figure = 同一地区的下一项数据
notice-copied-cell = 单元格已复制到剪贴板
notice-copied-rows = { $count ->
   *[other] { $count } 行已复制到剪贴板
}
notice-copied-table = 表格已复制到剪贴板（{ $count ->
   *[other] { $count } 行
}）
notice-copied-citation = 引文已复制到剪贴板
notice-copied-address = 网址已复制到剪贴板
notice-no-citation = 该项未报告，没有可引用的出处。请另选一项已报告的数据。

## 出处栏：详情
drawer-same-item = 同一条还报告
drawer-highlights = 同一条还写到
drawer-related-heading = 该地区的相关数据
drawer-position = 第 { $at } 项，共 { $total } 项
drawer-fold = 折叠出处栏
drawer-unfold = 展开出处栏
drawer-web = 来源网址：{ $host }
drawer-web-ask = 在浏览器中打开以下网址？
drawer-web-open = 打开 { $host }
drawer-web-copy = 复制网址
citation = { $region }“{ $name }”（{ $period }）：{ $value }（原文：{ $printed }）。《{ $title }》，{ $publication }。
citation-mark = ，

## 返回、视图、设置、通知
command-save-view = 保存视图…
command-open-view = 打开视图…
command-undo = 撤销
command-redo = 重做
command-notices = 通知
travel-to = { $command }到：{ $place }
travel-no-past = 还没有可后退的视图
travel-no-future = 没有可前进的视图
recent-menu = 最近打开的数据
recent-missing = { $name }——找不到
recent-why = { $path } 已被移动、改名或删除，或者所在磁盘未连接。
status-zoom = 缩放 { $percent }%
view-save-title = 保存视图
view-open-title = 打开视图
view-would-replace = { $path } 已存在，但不是视图文件。请换一个文件名。
view-refused = 无法打开视图 { $path }：{ $reason }
view-of-other-data = 该视图是为“{ $title }”制作的；当前数据中也有的内容已显示。
view-of-changed-data = 保存视图之后，数据有过改动。
view-unknown-ids = 当前数据中没有：{ $ids }。
view-unreadable = 本版本无法识别：{ $fields }。
notice-view-opened = 已打开视图：{ $path }。
notice-view-saved = 视图已保存：{ $path }
notice-not-shown = 文件管理器没有响应，已改为复制路径：{ $path }
notice-not-reopened = 无法重新打开上次的数据文件 { $path }：{ $reason }已改为显示内置数据。
notice-kind-info = 提示
notice-kind-warning = 注意
notice-kind-error = 错误
notice-mark = ：
notice-dismiss = 移除
notice-show-in-folder = 在文件夹中显示
notice-open-list = 点击查看全部通知
notices-button = { $unread ->
    [0] 通知
   *[other] 通知（{ $unread }）
}
notices-counted = { $all ->
    [0] 暂无通知
   *[other] 共 { $all } 条通知
}{ $unread ->
    [0] {""}
   *[other] ，其中 { $unread } 条警示未读
}
notices-heading = 通知
notices-none = 暂无通知。程序的各种提示，例如图片已保存、文件无法打开，都会列在这里。
notices-copy-all = 全部复制
notices-clear = 全部移除
settings-broken = 无法读取设置文件 { $path }（{ $reason }）。本次使用默认设置；原文件已另存为 { $aside }。
settings-broken-stays = 无法读取设置文件 { $path }（{ $reason }），也无法将它移到一旁（{ $why }）。
settings-newer = 设置文件 { $path } 由更新的版本写成。本版本不认识的内容保持原样。
settings-partly = 设置文件 { $path } 中有几项无法识别，已保持原样：{ $fields }。
settings-failed = 无法在 { $path } 保存设置：{ $reason }。程序可照常使用，但不会记住任何设置。
settings-homeless = 系统没有提供存放设置的文件夹，因此不会记住任何设置。可用环境变量 { $variable } 指定一个文件夹。
crash-saved-both = 程序出现内部错误，已停止运行。错误报告已保存为 { $report }，视图已保存为 { $view }。
crash-saved = 程序出现内部错误，已停止运行。错误报告已保存为 { $report }。
crash-not-saved = 程序出现内部错误，已停止运行。错误报告未能保存：{ $reason }
crash-last-time = 上次运行时程序出现内部错误而停止。错误报告和当时的视图已保存：{ $report }

## 命令、菜单、命令面板与快捷键一览
command-palette = 命令面板…
command-lang-zh = 中文
command-lang-en = English（英文）
command-menus = 打开菜单
obstacle-no-change = 还没有可撤销的操作
obstacle-no-undone = 没有可重做的操作
obstacle-no-second = 请先选择对比市 B。
obstacle-not-per-residents = 所选指标不是可按常住人口折算的总量。
obstacle-one-map = 数据只有一种地图。
palette-name = 命令面板
palette-hint = 输入命令、城市或指标
palette-recent = 最近使用
palette-commands = 命令
palette-cities = 前往城市
palette-indicators = 查看指标
palette-figures = 查看图表
palette-none = 没有匹配“{ $text }”的命令。可少输几个字，或改用拼音、首字母、英文名称。
keys-filter = 按命令或按键筛选
keys-none = 没有匹配的命令。
keys-group-pointing = 移动与选择
keys-alt = Alt 或 F10：打开菜单；菜单中可用方向键、字母键、Enter 和 Esc。
menu-spoken = { $name }，{ $keys }
menu-spoken-blocked = { $name }：{ $why }

## 列表与搜索
list-filter = 按名称、拼音或首字母筛选城市
list-filter-hint = 筛选城市
list-filter-clear = 清除筛选
list-filtered = { $count } / { $total }
list-none = 没有匹配“{ $text }”的市。
list-none-hint = 可输入名称的一部分、拼音或首字母，如：杭、hangzhou、hz。
list-sort = 排序：
search-field = 搜索城市、指标、亮点和来源
search-hint-keys = 搜索（{ $keys }）
search-sources = 来源
search-recent = 最近搜索
search-suggested = 试试搜索
search-more = 还有 { $count } 条
search-group = { $name } · { $count }
search-nothing = 没有找到“{ $text }”
search-nothing-hint = 可减少词语，或改用拼音、首字母、英文，也可输入原文数字。
trail-marked = 已标出“{ $words }”
trail-forget = 取消标记

## 散点图
figure-scatter = 散点图
scatter-title = { $y }与{ $x }
scatter-subtitle = 每个点代表一个市 · { $total } 个市中 { $reporting } 个市两项均已报告
scatter-axis-title = { $name }（{ $unit }）· { $period }
scatter-scaled = 每万常住人口 { $value } { $unit }
scatter-spoken = { $city }。{ $x }；{ $y }
scatter-plot = 绘图区。焦点在此时：按加号、减号缩放，按方向键移动，按 0 显示全部。
scatter-legend-rounded = 空心点：来源给出的是概数
scatter-only = 未画入图中：{ $count } 个市只报告了“{ $name }”
scatter-neither = 未画入图中：{ $count } 个市两项均未报告，不等于零
scatter-not-applicable = 未画入图中：{ $count } 个市不适用
scatter-unseen = 另有 { $count } 个市在当前视野之外
scatter-side-x = 横轴
scatter-side-y = 纵轴
scatter-periods-of = “{ $name }”为{ $period }
scatter-note-periods = 两项数据的时点或时期不同：{ $text }。
scatter-note-rounded = “{ $name }”：{ $cities }的数字是概数。
scatter-note-derived = “{ $name }”：{ $cities }的数字为推算数。
scatter-note-far = { $side }上，{ $city }与其他市相距甚远，其余各市因此显得密集。
scatter-note-not-zero = { $side }不从零开始。
scatter-note-neither-zero = 横轴、纵轴均不从零开始。
scatter-note-no-claim = 本图只显示各市所处的位置，不表示两项数据互为因果。
scatter-all = { $total } 个市均报告了“{ $x }”与“{ $y }”
scatter-some = { $total } 个市中 { $reporting } 个市同时报告了“{ $x }”与“{ $y }”
scatter-lead = ；“{ $name }”以{ $names }最高（{ $value }）
scatter-lead-too = ，“{ $name }”以{ $names }最高（{ $value }）
scatter-why-fact = “{ $name }”是文字事项，不能作为坐标轴。
scatter-why-alone = { $count ->
    [0] 各市均未报告“{ $name }”；散点图至少需要三个市同时报告两项数据。
    [one] 只有 { $reporting } 个市报告了“{ $name }”；散点图至少需要三个市同时报告两项数据。
    [2] 只有 { $reporting } 个市报告了“{ $name }”；散点图至少需要三个市同时报告两项数据。
   *[other] 报告了“{ $name }”的 { $reporting } 个市中，没有三个市同时报告另一项数据，无法绘制散点图。
}
scatter-why-few = { $count ->
    [0] 没有一个市同时报告“{ $x }”与“{ $y }”；散点图至少需要三个市。
   *[other] 只有 { $reporting } 个市同时报告了“{ $x }”与“{ $y }”；散点图至少需要三个市。
}
scatter-why-same = 横轴与纵轴是同一项指标，请选择两项不同的指标。
scatter-works-with = 可与“{ $name }”绘成散点图的有：{ $names }。
scatter-works = 可绘成散点图的有：{ $text }。
scatter-pair = “{ $a }”与“{ $b }”
scatter-works-none = 没有任何两项数据由三个以上的市同时报告。
scatter-drawer-other = 另一坐标轴
scatter-drawer-place = 原文：{ $printed } · { $place }
command-swap-axes = 互换散点图的横轴与纵轴

## 图表页
plots-axis-x = 横轴
plots-axis-y = 纵轴
plots-axis-spoken = { $axis }：{ $name }
plots-axis-none = 请选择指标
plots-swap-axes = 互换坐标轴
plots-zoom-reset = 显示全部
plots-zoom-hint = 按住 Ctrl 滚动滚轮可缩放，拖动可移动，双击显示全部。保存的图片始终显示全部。
plots-few = { $count ->
    [0] 没有市同时报告
   *[other] 只有 { $count } 个市同时报告
}
plots-few-alone = 只有 { $count } 个市报告
plots-no-city = 各市均未报告
plots-fact = 文字事项
plots-sort = 排序
plots-instead = 可改看：
plots-cannot = 不能与“{ $name }”绘成散点图
plots-cannot-alone = 不能绘成散点图
scatter-lead-both = ；两项均以{ $names }最高（{ $x }；{ $y }）
obstacle-no-scatter = 请先显示散点图。

## 地图
legend-fact = 五角星：有文字说明，无数值
legend-missing = 未报告，不等于零
map-zoom-in = 放大地图（+）
map-zoom-out = 缩小地图（−）
map-fit = 显示全图（0）
classing-name = 分级方式…
classing-heading = 分级方式
classing-natural = 自然间断：在数值的空档处分级
classing-quantile = 分位数：各级的市数大致相同
classing-equal = 等间距：各级的跨度相同
classing-by-hand = 自定分级界限
classing-hint = 填 1 至 4 个由小到大的数，用分号隔开；数字写全，不以万、亿计。每个数是新一级的起点。
classing-apply = 应用
classing-no-number = “{ $word }”不是数字。
classing-count = 请填 1 至 4 个界限。
classing-not-rising = 后一个界限须大于前一个。
classing-not-finite = 界限须为普通数字。
command-motion-system = 动态效果跟随系统
command-motion-reduced = 减少动态效果
command-motion-full = 允许动态效果
keys-map = 地图：按 +、− 缩放，按 0 显示全图，Shift+方向键移动；也可滚动滚轮缩放、拖动移动、双击显示全图。

# 读屏：与所见相应的说法
spoken-difference-none = 两市相同。
spoken-difference-ratio = { $b }是{ $a }的 { $ratio } 倍。
spoken-difference-points = { $b }比{ $a }高 { $points } 个百分点。
spoken-chosen = { $name }；已选中
drawer-edge = 出处栏高度

# Help pages
command-help-accessibility = 关于无障碍
command-help-format = 数据文件格式
command-help-promises = 关于文件安全
# 朗读表格的一行：单元格前先读列名，以及单元格之间的停顿
help-cell = { $column }：{ $text }
help-cells-join = ；
# Why a file was not saved
write-no-file-name = “{ $path }”没有文件名，请补上文件名。
write-folder-missing = 无法保存 { $path }：文件夹 { $folder } 不存在。请先新建该文件夹，或另选位置。
write-not-in-a-folder = 无法保存 { $path }：{ $folder } 不是文件夹，请另选位置。
write-is-a-folder = 无法保存 { $path }：这是一个文件夹，请补上文件名。
write-not-a-file = 无法保存 { $path }：这是设备或管道，请改选普通文件。
write-read-only = 无法替换 { $path }：该文件为只读。请取消只读属性，或换一个文件名。
write-not-permitted = 没有权限写入 { $path }（{ $reason }）。请改存到自己的文件夹。
write-disk-full = 磁盘空间不足，无法保存 { $path }（{ $reason }）。请清理磁盘，或改存到其他磁盘。
write-bad-name = 无法保存 { $path }：系统不接受这样的文件名（{ $reason }）。请换一个更短、更简单的名称。
write-other = 无法保存 { $path }（{ $reason }）。请换一个文件夹或磁盘再试。
picture-too-small = 此图至少需要 { $least_width } × { $least_height } 点，当前尺寸为 { $width } × { $height } 点。请选择更大的尺寸。
picture-shorter = 可改用篇幅较短的“{ $figure }”。
picture-too-large = 图片尺寸 { $width } × { $height } 像素过大，请减小尺寸或倍数。
export-failed = 未能生成文件（{ $reason }）。请关闭其他程序后重试。

# 窗口的各个区域
part-header = 菜单与搜索
part-map = 指标与地图
part-list = 城市列表
part-main = 主区域
part-drawer = 出处
part-status = 状态栏
command-next-part = 下一个区域
command-previous-part = 上一个区域
# 声音
command-play-figure = 用声音播放图表
command-sound-slow = 声音：慢速
command-sound-medium-speed = 声音：中速
command-sound-fast = 声音：快速
command-sound-soft = 声音：小音量
command-sound-medium-volume = 声音：中音量
command-sound-loud = 声音：大音量
sound-playing = 正在播放“{ $title }”：音越高，数值越大；轻微咔嗒声表示未报告。按 Esc 停止。
sound-no-numbers = 没有可播放的内容：此图表没有数字，所选指标也没有城市报告数字。
sound-no-player = 无法播放：本机没有播放声音文件的程序（pw-play、paplay 或 aplay）。
sound-no-device = 无法播放：没有可用的声音设备。图表数据可在文字说明和表格中查看。
keys-sound = H：播放排序图或对比图。音高从 220 Hz（零）到 880 Hz（最大值），A 在左声道，B 在右声道；轻微咔嗒声表示未报告。再按 H 或 Esc 停止。

# 小窗口
tab-side = 地图
command-toggle-side = 地图与列表
obstacle-all-in-sight = 地图与列表已在窗口中。
command-toggle-large = 大字版（大字、大按钮）
tab-source = 出处
command-save-sound = 将图表保存为声音（WAV）

## 时期
command-previous-period = 上一个时期
command-next-period = 下一个时期
command-play-periods = 逐期播放或停止
command-go-into = 查看下级地区
command-go-up = 返回上级地区
obstacle-first-period = 已经是最早的时期。
obstacle-last-period = 已经是最近的时期。
obstacle-one-period = 数据只有一个时期。
obstacle-no-parts = 请先选择有下级地区数据的地区。
obstacle-at-top = 已经是最上一级。
period-name = 时期
period-spoken = 时期：{ $name }
period-play = 逐期播放
period-stop = 停止
period-lack = “{ $indicator }”没有{ $period }的数据。
period-offer = 看{ $period }
change-up = 比 { $period }增加{ $bound } { $amount }
change-down = 比 { $period }减少{ $bound } { $amount }
change-none = 与 { $period }相同
change-about = 约
change-at-least = 至少
change-at-most = 至多
change-with-part = { $amount }（{ $part }）
change-points = { $number } 个百分点
change-unknown = { $period }未报告，不计算变化
change-not-comparable = 不宜与 { $period }（{ $value }）比较：{ $why }
change-status = 其中一个数是推算的。
change-no-number = 其中一项是文字。
figure-trend = 历年变化
figure-multiples = 分地区小图
trend-coverage = { $total } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }中 { $reporting } 个有不止一个时期的数据
trend-spoken = { $region }，{ $period }：{ $value }
trend-missing = 各时期均未报告（{ $count } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }）
trend-more = 另有 { $count } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }只列在数据表中，没有画出。
trend-gap = 没有数据的时期不连线。
trend-break = { $region }，{ $period }：{ $text }
trend-scale = 各小图用同一尺度：底线 { $low }，最高点 { $high }，{ $first }至{ $last }。
legend-trend-others = 其他{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }
legend-trend-break = 虚线加竖条：统计内容或说明有变化
legend-trend-rounded = 空心：来源给出的是约数
takeaway-trend = { $reporting ->
   *[other] { $total } 个{ $level ->
        [city] 市
        [county] 县（市、区）
       *[place] 地区
    }中 { $word } 个在 { $periods } 个时期里不止一次报告“{ $name }”
}
takeaway-trend-region = { $region }：{ $first_period } { $first }，{ $last_period } { $last }
takeaway-trend-broken = { $region }：{ $first_period } { $first }，{ $last_period } { $last }，期间统计内容有变化，不宜直接比较
why-one-period = 数据中没有多个时期的数；有了以后可以画历年变化。
why-no-line = 没有地区在不止一个时期以数字报告“{ $name }”。
multiple-spoken = { $region }：{ $values }
multiple-point = { $value }（{ $period }）
change-not-comparable-short = 不宜与 { $period }比较
change-unknown-short = { $period }未报告
trend-unreported = { $periods }各地均未报告，线条越过该时期。
levels-show = 查看{ $name }的 { $count } 个下级地区
levels-elsewhere = 其他地区
levels-found = { $name }（{ $around }）
status-parts = { $name } { $count } 个下级地区
excess-one = { $region }，{ $indicator }，{ $period }：{ $whole }，小于 { $count } 个下级地区之和（{ $sum }）
excess-more = 另有 { $count } 处同类问题
excess-notice = 有 { $count } 个数小于各下级地区之和；首个：{ $first }
## 播报
news-mark = ；
news-undone = 已撤销。{ $what }
news-redone = 已重做。{ $what }
news-back = 已后退。{ $what }
news-forward = 已前进。{ $what }
news-on = { $what }：已开启
news-off = { $what }：已关闭
news-language-zh = 语言：中文
news-language-en = 语言：英文
news-chosen = 已选择{ $city }
news-chosen-second = 已选择{ $city }作为城市 B
news-none-chosen = 未选择城市
news-comparing = 正在对比{ $a }与{ $b }
news-compared-no-more = 对比已结束，仍选择{ $city }
news-tab = “{ $tab }”页
news-figure = 图表：{ $name }
news-source = { $region }“{ $indicator }”的出处
news-root = { $region }的下级地区
news-order = 排序：{ $order }
news-map-tiles = 方格地图
news-map-outlines = 轮廓地图
news-classes = 分级：{ $name }
news-rows = 显示：{ $filter }
news-drawer-folded = 出处栏已收起
news-drawer-unfolded = 出处栏已展开
news-unsorted = 表格已恢复原有顺序
news-found = { $count ->
    [0] 没有匹配的市
   *[other] 找到 { $count } 个市，共 { $total } 个市
}
