package org.townloop.supply.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/** Says what it costs otherwise than before to cancel, to come late or not to come. */
record PolicyDifference(Mode was, Mode is) {

    List<Words> sentences() {
        var sentences = new ArrayList<Words>();
        cancelling(sentences);
        noShow(sentences);
        deposit(sentences);
        return sentences;
    }

    /** Compared at each moment at which one of the policies changes, and after the start. */
    private void cancelling(List<Words> sentences) {
        var moments = new TreeSet<Duration>();
        was.cancellation().steps().forEach(step -> moments.add(step.beforeStart()));
        is.cancellation().steps().forEach(step -> moments.add(step.beforeStart()));
        for (var moment : moments.descendingSet()) {
            if (moment.equals(moments.last())) {
                compare(sentences, moment, kept(was, moment, true), kept(is, moment, true), true);
            }
            compare(sentences, moment, kept(was, moment, false), kept(is, moment, false), false);
        }
        if (moments.isEmpty()) {
            var before = was.cancellation().keptAfterStart();
            var after = is.cancellation().keptAfterStart();
            if (!before.equals(after)) {
                sentences.add(costs("cancelling", "取消", before, after));
            }
        }
    }

    /** @param until whether up to that moment, or later */
    private void compare(List<Words> sentences, Duration moment, int before, int after, boolean until) {
        if (before == after) {
            return;
        }
        var en = moment.isZero() ? "the start" : PolicyTime.english(moment) + " before";
        var zh = moment.isZero() ? "开始" : "开始前 " + PolicyTime.chinese(moment);
        sentences.add(costs(
                until ? "cancelling up to " + en : "cancelling later than " + en,
                until ? "在" + zh + "及更早取消" : "晚于" + zh + "取消",
                before,
                after));
    }

    private Words costs(String en, String zh, int before, int after) {
        return Words.of(
                is.label().in(Locale.ENGLISH) + ": " + en + " now costs " + after + "% instead of " + before + "%.",
                is.label().in(Locale.CHINESE) + "：" + zh + "现扣除 " + after + "%，原为 " + before + "%。");
    }

    private static int kept(Mode mode, Duration moment, boolean until) {
        return mode.cancellation().steps().stream()
                .filter(step ->
                        until ? moment.compareTo(step.beforeStart()) >= 0 : moment.compareTo(step.beforeStart()) > 0)
                .findFirst()
                .map(CancellationPolicy.Step::keptPercent)
                .orElse(mode.cancellation().keptAfterStart());
    }

    private void noShow(List<Words> sentences) {
        var before = was.noShow();
        var after = is.noShow();
        if (Objects.equals(before, after)) {
            return;
        }
        sentences.add(Words.of(
                is.label().in(Locale.ENGLISH) + ": now “" + said(after, Locale.ENGLISH) + "” instead of “"
                        + said(before, Locale.ENGLISH) + "”.",
                is.label().in(Locale.CHINESE) + "：现为“" + said(after, Locale.CHINESE) + "”，原为“"
                        + said(before, Locale.CHINESE) + "”。"));
    }

    private void deposit(List<Words> sentences) {
        if (!Objects.equals(was.deposit(), is.deposit())) {
            sentences.add(Words.of(
                    is.label().in(Locale.ENGLISH) + ": offers may now take " + english(is.deposit()) + " instead of "
                            + english(was.deposit()) + ".",
                    is.label().in(Locale.CHINESE) + "：预订时现可收取" + chinese(is.deposit()) + "，原为" + chinese(was.deposit())
                            + "。"));
        }
    }

    private static String english(@Nullable DepositRange range) {
        return range == null
                ? "no deposit"
                : "a deposit of " + range.least() + " to " + range.most() + "% (usually " + range.usual() + "%)";
    }

    private static String chinese(@Nullable DepositRange range) {
        return range == null ? "全款" : " " + range.least() + "% 至 " + range.most() + "% 的订金（一般为 " + range.usual() + "%）";
    }

    private static String said(@Nullable NoShowPolicy policy, Locale locale) {
        return policy == null
                ? (locale.getLanguage().equals("zh") ? "未作约定" : "nothing agreed")
                : policy.inWords().in(locale).strip();
    }
}
