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
qualifier-nearly = 近（略低于）
qualifier-more-than = 多于
qualifier-reached = 达
cities-counted = { $count } 个市
highlights-counted = { $count } 条亮点
figures-counted = { $count } 项数据

## 图表
figure-ranking = 排序
figure-comparison = 对比
figure-map = 地图
figure-share = 占全省比重
figure-targets = 完成率
figure-profile = 主题分布
figure-coverage = 覆盖情况

coverage-of = { $total } 个市中 { $reporting } 个有报告
per-10k-residents = 每万常住人口（{ $unit }）
legend-reported = 有报告
legend-related = 相关但口径不同，单独列出
legend-related-dot = 圆圈：报告了相关指标
legend-reference = { $name }：{ $value }
legend-ramp = 颜色越深，数值越大
legend-part = 已列明的市
legend-rest = 其他市，未分列
legend-city-a = A { $name }
legend-city-b = B { $name }
legend-with-care = 斜线：须谨慎比较
legend-completed = 完成率
legend-plan = 计划（100%）
legend-empty-cell = 未报告，不等于零
related-heading = 相关但口径不同（单独列出）
missing-heading = 未报告（{ $count } 个市），不等于零
tile-fact = 有
tile-not-reported = 未报告

source-place = 《{ $title }》{ $place }
source-line = 来源：{ $text }
note-of = { $region }：{ $note }

heading-indicator = 指标
heading-verdict = 可比性
comparison-title = { $a }与{ $b }
comparison-summary = { $comparable } 项可直接比较，{ $care } 项须谨慎比较；另有{ $a }独有 { $only-a } 项、{ $b }独有 { $only-b } 项。未报告不等于零。
verdict-comparable = 可比
verdict-with-care = 须谨慎
verdict-only = 仅{ $city }
verdict-neither = 均未报告
care-definition = { $city }：{ $text }
care-periods = 时间不同：{ $a }为{ $period-a }，{ $b }为{ $period-b }。
care-rounded = { $city }的数字为约数。
care-derived = { $city }的数字由推算得出。
care-part-and-whole = 一方包含另一方，数量不宜直接比较。

share-title = { $name }：占{ $region }比重
share-whole = { $region }合计 { $value }
share-part = { $name }：{ $value }，占 { $percent }
share-rest = 其他市未分列：{ $value }，占 { $percent }
targets-title = { $region }民生实事完成率
targets-subtitle = 占年度计划的百分比 · { $period }
profile-title = { $names }：各主题亮点
profile-subtitle = 亮点条数，按主题
profile-note = 亮点条数反映所报告的内容，不代表工作成效的高低。
coverage-title = 哪些市报告了什么
coverage-summary = { $cities } 个市，{ $indicators } 项指标，{ $figures } 项市级数据
coverage-highlights-heading = 亮点条数（按主题）

## 无法成图的原因
why-no-indicator = 请先选择一项指标。
why-no-city = 没有一个市报告“{ $name }”。
why-no-city-related = 没有一个市报告“{ $name }”；可改看相关指标：{ $related }。
why-no-share = 各市的“{ $name }”没有一项被列为{ $region }合计的组成部分。
why-no-targets = 数据中没有计划完成率。
why-no-coverage = 没有一个市报告任何内容。
why-no-map = 数据中没有地图布局。
why-one-city = 请选择一个或两个市。
why-two-cities = 请选择两个不同的市。

## 文字描述与读屏
alt-ranking = “{ $title }”：{ $total } 个市中 { $reporting } 个有报告——{ $values }。
alt-pair = { $city } { $value }
alt-missing = { $count } 个市未报告：{ $names }。
alt-target = { $name }：{ $achieved }，完成计划的 { $rate }。
spoken-bar = { $name }，{ $value }，{ $total } 个市中第 { $rank }
spoken-fact = { $name }：{ $value }
spoken-related = { $name }，{ $value }，相关指标：{ $indicator }
spoken-pair = { $indicator }：{ $a-name } { $a }，{ $b-name } { $b }。{ $verdict }。
spoken-place = { $name }，第 { $position } 个，共 { $total } 个
spoken-place-value = { $name }，第 { $position } 个，共 { $total } 个；{ $indicator }：{ $value }
spoken-cell = { $city }，{ $label }：{ $value }
spoken-count = { $name } { $count } 条
spoken-theme = { $theme }：{ $counts }
