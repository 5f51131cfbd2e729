package org.townloop.surface.desk;

import java.time.Instant;
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
                page.text("desk.notice."
                        + notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Stream.of(what(desk, facts, start), page.say(words(facts.get("place"))), total(desk, facts))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                desk.times().ago(notice.at()),
                desk.times().machine(notice.at()),
                notice.kind() == Notice.Kind.CONFLICT
                        ? desk.to(Desk.Tab.COUNTERS)
                        : notice.path().startsWith("/desk/quotes/")
                                ? notice.path()
                                : start == null
                                        ? desk.to(Desk.Tab.DAY)
                                        : desk.to(Desk.Tab.DAY) + "&day="
                                                + desk.times().day(start),
                notice.readAt() == null);
    }

    private static String what(Desk desk, Map<String, Object> facts, @Nullable Instant start) {
        var title = desk.page().say(words(facts.get("title")));
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

    private static @Nullable Instant start(Map<String, Object> facts) {
        return facts.get("startsAt") instanceof String start ? Instant.parse(start) : null;
    }

    private static Words words(@Nullable Object fact) {
        return fact instanceof Map<?, ?> words
                ? new Words((String) words.get("en"), (String) words.get("zh"))
                : Words.NONE;
    }

    private static String total(Desk desk, Map<String, Object> facts) {
        return facts.get("totalMinor") instanceof Number minor && facts.get("currency") instanceof String currency
                ? desk.page().money(Money.of(minor.longValue(), currency))
                : "";
    }
}
