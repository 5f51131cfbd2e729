package org.townloop.supply.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.townloop.base.kernel.Words;
import org.townloop.supply.pack.CancellationPolicy.Step;

/** Says a cancellation policy in both languages. */
record CancellationWords(List<Step> steps) {

    Words sentence() {
        if (steps.isEmpty()) {
            return Words.of("Once paid, nothing is refunded.", "付款后不予退款。");
        }
        var en = new ArrayList<String>();
        var zh = new ArrayList<String>();
        for (var step : steps) {
            en.add((en.isEmpty() ? "" : "then ") + english(step));
            zh.add(chinese(step, zh.isEmpty()));
        }
        var started = steps.getLast().beforeStart().isZero();
        var after = started ? "once it has started" : "after that";
        var sentence = String.join(", ", en) + "; " + after + ", nothing is refunded.";
        return Words.of(
                Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1),
                String.join("；", zh) + (started ? "；开始后不予退款。" : "；此后不予退款。"));
    }

    private static String english(Step step) {
        var until = step.beforeStart().isZero()
                ? "until the start"
                : "until " + englishTime(step.beforeStart()) + " before the start";
        return (step.keptPercent() == 0 ? "free " : step.keptPercent() + "% is kept ") + until;
    }

    private static String chinese(Step step, boolean first) {
        var when = step.beforeStart().isZero() ? "开始前" : "开始前 " + chineseTime(step.beforeStart()) + "以上";
        var cancelled = first || !step.beforeStart().isZero() ? when + "取消" : "此后至开始前取消";
        return cancelled + (step.keptPercent() == 0 ? "，全额退款" : "，扣除 " + step.keptPercent() + "%");
    }

    private static String englishTime(Duration time) {
        var minutes = time.toMinutes();
        if (minutes % 1440 == 0) {
            return counted(minutes / 1440, "day");
        }
        return minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String chineseTime(Duration time) {
        var minutes = time.toMinutes();
        if (minutes % 1440 == 0) {
            return minutes / 1440 + " 天";
        }
        return minutes % 60 == 0 ? minutes / 60 + " 小时" : minutes + " 分钟";
    }
}
