package org.townloop.surface.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.Notice;

/** Puts a notice into the merchant's words, from the facts that were noted with it. */
@Component
class NoticeWords {

    NoticesView.Told of(Desk desk, Notice notice) {
        var page = desk.page();
        var facts = notice.facts();
        var start = start(facts);
        return new NoticesView.Told(
                head(desk, notice),
                Stream.of(
                                what(desk, facts, start),
                                page.say(words(facts.get("place"))),
                                money(desk, facts, "totalMinor"),
                                back(desk, notice),
                                handBack(desk, facts))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                desk.times().ago(notice.at()),
                desk.times().machine(notice.at()),
                notice.kind() == Notice.Kind.CONFLICT
                        ? desk.to(Desk.Tab.COUNTERS)
                        : isPage(notice.path())
                                ? notice.path()
                                : start == null
                                        ? desk.to(Desk.Tab.DAY)
                                        : desk.to(Desk.Tab.DAY) + "&day="
                                                + desk.times().day(start),
                notice.readAt() == null);
    }

    /** Whether it is looked at on a page of its own. */
    private static boolean isPage(String path) {
        return path.startsWith("/desk/quotes/")
                || path.startsWith("/desk/disputes/")
                || path.startsWith("/desk/chargebacks")
                || path.startsWith("/desk/payouts");
    }

    /** Of a request what has happened to it; of an order that nobody came for, or that the place called off, what is left to do. */
    private static String head(Desk desk, Notice notice) {
        if (Boolean.TRUE.equals(notice.facts().get("handBack"))) {
            return desk.page().text("desk.notice.hand-back");
        }
        var news = notice.kind() == Notice.Kind.QUOTE_NEWS || notice.kind() == Notice.Kind.DISPUTE_NEWS
                ? desk.page().say(words(notice.facts().get("reason")))
                : "";
        return news.isEmpty()
                ? desk.page()
                        .text("desk.notice."
                                + notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : news;
    }

    /** What goes back of what was called off, and what stays. */
    private static String back(Desk desk, Notice notice) {
        return notice.kind() == Notice.Kind.CANCELLED
                ? desk.page()
                        .text(
                                "desk.notice.back",
                                "back",
                                Notice.back(notice.facts()),
                                "refund",
                                money(desk, notice.facts(), "refundMinor"),
                                "kept",
                                money(desk, notice.facts(), "keptMinor"))
                : "";
    }

    private static String what(Desk desk, Map<String, Object> facts, @Nullable Instant start) {
        var title = titles(desk, facts);
        return start == null
                ? title
                : desk.page()
                        .text(
                                "desk.notice.what",
                                "title",
                                title,
                                "when",
                                Boolean.TRUE.equals(facts.get("onDay"))
                                        ? desk.times().relative(desk.times().day(start))
                                        : desk.times().moment(start));
    }

    /** Of what was booked or called off together all. */
    private static String titles(Desk desk, Map<String, Object> facts) {
        var more = facts.get("more") instanceof List<?> others ? others : List.of();
        return Stream.concat(Stream.of(facts), more.stream())
                .map(each -> each instanceof Map<?, ?> one ? desk.page().say(words(one.get("title"))) : "")
                .collect(Collectors.joining(desk.page().text("page.comma")));
    }

    private static @Nullable Instant start(Map<String, Object> facts) {
        return facts.get("startsAt") instanceof String start ? Instant.parse(start) : null;
    }

    private static Words words(@Nullable Object fact) {
        return fact instanceof Map<?, ?> words
                ? new Words((String) words.get("en"), (String) words.get("zh"))
                : Words.NONE;
    }

    private static String money(Desk desk, Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number minor && facts.get("currency") instanceof String currency
                ? desk.page().money(Money.of(minor.longValue(), currency))
                : "";
    }

    /** What the place is to give back of what was paid there. */
    private static String handBack(Desk desk, Map<String, Object> facts) {
        return Boolean.TRUE.equals(facts.get("desk"))
                        && facts.get("backMinor") instanceof Number minor
                        && minor.longValue() > 0
                        && facts.get("currency") instanceof String currency
                ? desk.page()
                        .text(
                                "desk.notice.paid-here",
                                "amount",
                                desk.page().money(Money.of(minor.longValue(), currency)))
                : "";
    }
}
