// Draws the pictures whose data stand in data-chart; the table beside each says the same.
(() => {
  const COLOURS = ["#1f6fb5", "#b3261e", "#2e7d32", "#8a5a00", "#6a3d9a", "#00695c", "#ad1457", "#37474f"];
  const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
  const FONT = '"Be Vietnam Pro", system-ui, sans-serif';
  const format = new Intl.NumberFormat("vi-VN");

  function lineOf(line, place, marks) {
    return {
      name: line.name,
      type: "line",
      data: line.values.map((each) => each && { ...each, symbol: each.estimated ? "emptyCircle" : undefined }),
      symbol: SYMBOLS[place % SYMBOLS.length],
      symbolSize: 8,
      connectNulls: false,
      lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][Math.floor(place / SYMBOLS.length) % 3] },
      markLine: place ? undefined : marksOf(marks),
    };
  }

  function marksOf(marks) {
    return {
      silent: true,
      symbol: "none",
      lineStyle: { color: "#55606e", type: "dashed", width: 1.5 },
      label: { position: "end", color: "#1d2733", fontFamily: FONT, fontSize: 11, lineHeight: 14 },
      data: marks.map((mark) => ({ xAxis: mark.at, label: { formatter: mark.label } })),
    };
  }

  function said(points, words) {
    const lines = points.map(({ seriesName, data }) =>
      `${seriesName}: ${data ? `${data.shown} (${data.share})${data.estimated ? `, ${words.estimated}` : ""}` : words.none}`);
    return [points[0]?.name, ...lines].join("\n");
  }

  function draw(box) {
    const told = JSON.parse(box.dataset.chart);
    const chart = echarts.init(box, null, { renderer: "canvas" });
    const narrow = box.clientWidth < 500;
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: FONT, color: "#1d2733" },
      grid: { left: 8, right: narrow ? 16 : 40, top: told.marks.length ? 46 : 24, bottom: 8 + 22 * Math.min(told.lines.length, 6), containLabel: true },
      legend: { bottom: 0, type: told.lines.length > 6 ? "scroll" : "plain", orient: "vertical", left: 8, itemGap: 6, textStyle: { width: box.clientWidth - 60, overflow: "truncate", fontFamily: FONT } },
      // Rich text is drawn, not written into the page: the content policy forbids inline styles.
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, formatter: (points) => said(points, told.words) },
      xAxis: { type: "category", data: told.periods, axisLabel: { fontFamily: FONT, hideOverlap: true, rotate: narrow ? 40 : 0 } },
      yAxis: { type: "value", axisLabel: { fontFamily: FONT, formatter: (value) => format.format(value) }, min: 0 },
      series: told.lines.map((line, place) => lineOf(line, place, told.marks)),
    });
    addEventListener("resize", () => chart.resize());
    addEventListener("beforeprint", () => chart.resize({ width: 900, height: 380 }));
    addEventListener("afterprint", () => chart.resize({ width: "auto", height: "auto" }));
    document.querySelector("[data-chart-save]")?.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: "#fff" });
      link.download = `${box.dataset.chartName}.png`;
      link.click();
    });
  }

  for (const box of document.querySelectorAll("[data-chart]")) draw(box);
})();
