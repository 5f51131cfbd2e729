package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.Locale;
import org.townloop.base.kernel.Words;
import org.townloop.supply.pack.CancellationPolicy.Step;

/** Says a cancellation policy in both languages. */
record CancellationWords(CancellationPolicy policy) {

    Words sentence() {
        var unopened = policy.unopened();
        if (unopened != null) {
            return Words.of(
                    "Until you open it, and for at most " + PolicyTime.english(unopened)
                            + ", you can call it off and get everything back. Opening it ends that right."
                            + " What was not opened by then counts as delivered and stays open to you.",
                    "未打开前，" + PolicyTime.chinese(unopened).strip() + "内可以取消并全额退款；一经打开，不再退款。到期仍未打开的，视为已交付，之后仍可随时打开。");
        }
        if (policy.of() == CancellationPolicy.Start.PACKED) {
            return Words.of(
                    "Until packing begins you can call it off and get everything back."
                            + " Once it has begun, it cannot be called off here; the shop may still say yes.",
                    "开始拣货前可以取消，全额退款；开始拣货后不能自行取消，可与店家商量。");
        }
        var justPaid = policy.justPaid();
        if (justPaid == null) {
            return stepped();
        }
        var then = stepped();
        return Words.of(
                "For " + PolicyTime.english(justPaid)
                        + " after you have paid, calling it off costs nothing if nobody has set out. After that: "
                        + uncapitalised(then.in(Locale.ENGLISH)),
                "付款后 " + PolicyTime.chinese(justPaid).strip() + "内且司机未出发，取消全额退款。此后：" + then.in(Locale.CHINESE));
    }

    private static String uncapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private Words stepped() {
        if (policy.steps().isEmpty()) {
            return policy.keptAfterStart() == 100
                    ? Words.of("Once paid, nothing is refunded.", "付款后不予退款。")
                    : Words.of(keptInEnglish("Once paid"), "付款后取消" + shareInChinese(policy.keptAfterStart()) + "。");
        }
        var en = new ArrayList<String>();
        var zh = new ArrayList<String>();
        for (var step : policy.steps()) {
            en.add((en.isEmpty() ? "" : "then ") + english(step));
            zh.add(chinese(step, zh.isEmpty()));
        }
        var started = policy.steps().getLast().beforeStart().isZero();
        var sentence = String.join(", ", en) + "; "
                + keptInEnglish(started ? "once " + (day() ? "that day" : "it") + " has " + begun() : "after that");
        return Words.of(
                Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1),
                String.join("；", zh) + "；" + (started ? startInChinese() + "后" : "此后") + lastInChinese());
    }

    private boolean day() {
        return policy.of() == CancellationPolicy.Start.DAY;
    }

    private String begun() {
        return day() ? "begun" : "started";
    }

    private String keptInEnglish(String when) {
        return policy.keptAfterStart() == 100
                ? when + ", nothing is refunded."
                : when + ", " + policy.keptAfterStart() + "% is kept.";
    }

    private String lastInChinese() {
        return policy.keptAfterStart() == 100 ? "不予退款。" : "取消" + shareInChinese(policy.keptAfterStart()) + "。";
    }

    private String english(Step step) {
        var start = day() ? "your day begins" : "the start";
        var until = step.beforeStart().isZero()
                ? "until " + start
                : "until " + PolicyTime.english(step.beforeStart()) + " before " + start;
        return (step.keptPercent() == 0 ? "free " : step.keptPercent() + "% is kept ") + until;
    }

    private String chinese(Step step, boolean first) {
        var when = step.beforeStart().isZero()
                ? startInChinese() + "前"
                : startInChinese() + "前 " + PolicyTime.chinese(step.beforeStart()) + "以上";
        var cancelled = first || !step.beforeStart().isZero() ? when + "取消" : "此后至" + startInChinese() + "前取消";
        return cancelled + shareInChinese(step.keptPercent());
    }

    private String startInChinese() {
        return day() ? "所选日期零点" : "开始";
    }

    private static String shareInChinese(int keptPercent) {
        return keptPercent == 0 ? "，全额退款" : "，扣除 " + keptPercent + "%";
    }
}
