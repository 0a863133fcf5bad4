import { useComputedColorScheme } from "@mantine/core";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Cycle } from "@/api/cycle/cycle";
import classes from "@/features/cycle/cycle.module.css";
import { useT } from "@/i18n";
import { formatNumber, formatPercent } from "@/lib/format";

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, SVGRenderer]);

// Named, because an inherited font is measured wrongly and clips the labels.
const fonts = '"Inter Variable", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function Chart({ option, label }: { option: () => EChartsCoreOption; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current, null, { renderer: "svg" });
    chart.setOption(option());
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return <div ref={box} className={classes.chart} role="img" aria-label={label} />;
}

interface Point {
  axisValue: number;
  seriesName: string;
  value: [number, number];
  data: [number, number];
}

// What both charts share: a time axis, a share axis, quiet lines.
function frame(lang: "en" | "zh", dayText: string, rows: (points: Point[]) => [string, string][]) {
  const ink = token("--ink-faint");
  const line = token("--line");
  const text = { color: ink, fontFamily: fonts, fontSize: 11 };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: { fontFamily: fonts },
    grid: { left: 44, right: 18, top: 22, bottom: 30 },
    xAxis: {
      type: "value",
      min: 0,
      max: "dataMax",
      axisLabel: {
        ...text,
        showMaxLabel: false,
        // A young workspace spans less than a day.
        formatter: (day: number) => formatNumber(lang, day, day < 10 && day % 1 ? 2 : 0),
      },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      axisLabel: { ...text, formatter: (share: number) => formatPercent(lang, share) },
      splitLine: { lineStyle: { color: line } },
    },
    tooltip: {
      trigger: "axis",
      backgroundColor: token("--ground-raised"),
      borderColor: token("--line-strong"),
      textStyle: { color: token("--ink"), fontFamily: fonts, fontSize: 12 },
      axisPointer: { lineStyle: { color: token("--line-strong") } },
      formatter: (points: Point[]) => {
        const day = `${dayText} ${formatNumber(lang, points[0]?.axisValue ?? 0, 1)}`;
        const lines = rows(points).map(([name, value]) => `${name} <b>${value}</b>`);
        return [day, ...lines].join("<br>");
      },
    },
  };
}

const step = { type: "line", step: "end", symbol: "none", emphasis: { disabled: true } };

// Kaplan-Meier: the share still open, with its band, and where half are closed.
export function OpenCurve({ report }: { report: Cycle }) {
  const { t, lang } = useT();
  const { curve, to_close } = report.cycle;
  const option = (): EChartsCoreOption => {
    const accent = token("--accent");
    const at = new Map(curve.map((point) => [point.day, point]));
    const band = (point: (typeof curve)[number]) => {
      const [low, high] = point.open_ci95;
      return { low: low ?? point.open, high: high ?? point.open };
    };
    return {
      ...frame(lang, t("cycle.day"), (points) => {
        const point = at.get(points[0]?.axisValue ?? -1);
        if (!point) return [];
        const { low, high } = band(point);
        return [
          [
            t("cycle.open"),
            `${formatPercent(lang, point.open, 1)} (${formatPercent(lang, low)}–${formatPercent(lang, high)})`,
          ],
          [t("cycle.atRisk"), formatNumber(lang, point.at_risk)],
        ];
      }),
      series: [
        {
          ...step,
          stack: "band",
          data: curve.map((point) => [point.day, band(point).low]),
          lineStyle: { opacity: 0 },
          silent: true,
        },
        {
          ...step,
          stack: "band",
          data: curve.map((point) => [point.day, band(point).high - band(point).low]),
          lineStyle: { opacity: 0 },
          areaStyle: { color: accent, opacity: 0.16 },
          silent: true,
        },
        {
          ...step,
          data: curve.map((point) => [point.day, point.open]),
          lineStyle: { color: accent, width: 2 },
          itemStyle: { color: accent },
          ...(to_close.median_days === null
            ? {}
            : {
                markLine: {
                  symbol: "none",
                  silent: true,
                  animation: false,
                  lineStyle: { color: token("--ink-faint"), type: "dashed" },
                  label: {
                    formatter: t("cycle.halfLine"),
                    position: "end",
                    rotate: 0,
                    color: token("--ink-soft"),
                    fontFamily: fonts,
                    fontSize: 11,
                  },
                  data: [{ xAxis: to_close.median_days }],
                },
              }),
        },
      ],
    };
  };
  return <Chart option={option} label={t("cycle.stillOpenWhy")} />;
}

// Aalen-Johansen: won, lost and open always add up to all.
export function OutcomeChart({ report }: { report: Cycle }) {
  const { t, lang } = useT();
  const { curve } = report.cycle;
  const option = (): EChartsCoreOption => {
    const areas = [
      {
        name: t("cycle.won"),
        color: token("--good"),
        of: (point: (typeof curve)[number]) => point.won,
      },
      {
        name: t("cycle.lost"),
        color: token("--bad"),
        of: (point: (typeof curve)[number]) => point.lost,
      },
      {
        name: t("cycle.open"),
        color: token("--line-strong"),
        of: (point: (typeof curve)[number]) => point.open,
      },
    ];
    return {
      ...frame(lang, t("cycle.day"), (points) =>
        points.map((point) => [point.seriesName, formatPercent(lang, point.data[1], 1)]),
      ),
      series: areas.map((area) => ({
        ...step,
        name: area.name,
        stack: "all",
        data: curve.map((point) => [point.day, area.of(point)]),
        lineStyle: { width: 0 },
        itemStyle: { color: area.color },
        areaStyle: {
          color: area.color,
          opacity: area.color === token("--line-strong") ? 0.35 : 0.75,
        },
        endLabel: { show: false },
      })),
    };
  };
  return (
    <>
      <Chart option={option} label={t("cycle.outcomeWhy")} />
      <p className={classes.keys} aria-hidden>
        <i data-of="won" /> {t("cycle.won")} <i data-of="lost" /> {t("cycle.lost")}{" "}
        <i data-of="open" /> {t("cycle.open")}
      </p>
    </>
  );
}
