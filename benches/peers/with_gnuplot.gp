# The ranking chart with gnuplot: gnuplot -c with_gnuplot.gp TABLE TITLE SUBTITLE OUT
# The font comes through fontconfig, which the runner points at the shipped one.
set encoding utf8
set terminal pngcairo size 3200,2000 font "Noto Sans SC,20" background rgb "white"
set output ARG4
set datafile separator "\t"
set lmargin at screen 0.08
set rmargin at screen 0.94
set tmargin at screen 0.88
set bmargin at screen 0.06
set border 2
unset key
unset xtics
set ytics scale 0
set label 1 ARG2 at screen 0.02, 0.95 font ",30"
set label 2 ARG3 at screen 0.02, 0.91 textcolor rgb "#5a6472"
stats ARG1 using 2 nooutput
set xrange [0:STATS_max * 1.12]
set yrange [STATS_records - 0.5:-0.5]
set style fill solid noborder
half = 0.31
plot ARG1 using (0):0:(0):2:($0 - half):($0 + half):ytic(1) with boxxyerror linecolor rgb "#2f7f86", \
     ARG1 using 2:0:3 with labels left offset character 0.5, 0
