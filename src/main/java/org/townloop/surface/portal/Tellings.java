package org.townloop.surface.portal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.surface.page.Page;

/** Puts notices into words. */
@Component
class Tellings {

    private static final int MOST = 20;
    private static final Set<Notice.Kind> SAID_OTHERWISE_ONLINE = EnumSet.of(Notice.Kind.PAID, Notice.Kind.REMINDER);

    private final Notices notices;

    Tellings(Notices notices) {
        this.notices = notices;
    }

    /** What residents are told; what merchants are told stands on the desk. */
    List<MyLoopView.Told> to(Page page, Actor actor) {
        return notices.of(actor.person(), MOST).stream()
                .filter(notice -> notice.kind() != Notice.Kind.NEW_ORDER && notice.kind() != Notice.Kind.CONFLICT)
                .filter(notice -> notice.kind() != Notice.Kind.CHARGEBACK)
                .filter(notice -> !notice.path().startsWith("/desk/quotes")
                        && !notice.path().startsWith("/desk/disputes"))
                .map(notice -> new MyLoopView.Told(
                        words(page, notice), page.times().ago(notice.at()), notice.path(), notice.readAt() == null))
                .toList();
    }

    private static String words(Page page, Notice notice) {
        var facts = notice.facts();
        var said = new HashMap<String, Object>();
        said.put("title", titles(page, facts));
        said.put("place", inLanguage(facts.get("place"), page));
        said.put(
                "reason",
                facts.get("reason") instanceof String reason ? reason : inLanguage(facts.get("reason"), page));
        said.put("booked", facts.get("booked") instanceof Number booked ? booked : 0);
        said.put("fewest", facts.get("fewest") instanceof Number fewest ? fewest : 0);
        said.put("total", money(page, facts, "totalMinor"));
        said.put("refund", money(page, facts, "refundMinor"));
        said.put("kept", money(page, facts, "keptMinor"));
        said.put("back", Notice.back(facts));
        said.put("pays", Boolean.TRUE.equals(facts.get("atShop")) ? "shop" : "online");
        said.put("by", facts.get("by") instanceof String by ? by : "");
        said.put("handback", handBack(page, facts));
        said.put(
                "when", facts.get("startsAt") instanceof String starts ? when(page, facts, Instant.parse(starts)) : "");
        said.put("due", facts.get("dueAt") instanceof String due ? page.times().moment(Instant.parse(due)) : "");
        var online = Boolean.TRUE.equals(facts.get("online")) && SAID_OTHERWISE_ONLINE.contains(notice.kind());
        if (Boolean.TRUE.equals(facts.get("freed"))) {
            var booked = Boolean.TRUE.equals(facts.get("booked"));
            return page.texts().get(booked ? "portal.notice.freed-booked" : "portal.notice.freed", said);
        }
        return page.texts()
                .get(
                        "portal.notice." + notice.kind().name().toLowerCase(Locale.ROOT) + (online ? "_online" : ""),
                        said);
    }

    /** What of the money that was paid at the place comes back there, as a sentence; empty if nothing does. */
    private static String handBack(Page page, Map<String, Object> facts) {
        return facts.get("backMinor") instanceof Number minor && minor.longValue() > 0
                ? page.gap() + page.text("portal.notice.hand-back", "back", money(page, facts, "backMinor"))
                : "";
    }

    /** Of orders that are told of together all. */
    private static String titles(Page page, Map<String, Object> facts) {
        var more = facts.get("more") instanceof List<?> others ? others : List.of();
        return Stream.concat(Stream.of(facts), more.stream())
                .map(each -> each instanceof Map<?, ?> one ? inLanguage(one.get("title"), page) : "")
                .collect(Collectors.joining(page.text("portal.comma")));
    }

    /** What is had on a day has no time. */
    private static String when(Page page, Map<String, Object> facts, Instant start) {
        var times = page.times();
        return Boolean.TRUE.equals(facts.get("onDay")) ? times.relative(times.day(start)) : times.moment(start);
    }

    /** Words as they are kept in a notice: by language. */
    private static String inLanguage(@Nullable Object words, Page page) {
        if (!(words instanceof Map<?, ?> byLanguage)) {
            return "";
        }
        Object wanted = byLanguage.get(page.locale().getLanguage());
        for (Object other : byLanguage.values()) {
            wanted = wanted == null ? other : wanted;
        }
        return wanted == null ? "" : wanted.toString();
    }

    private static String money(Page page, Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number minor && facts.get("currency") instanceof String currency
                ? page.money(Money.of(minor.longValue(), currency))
                : "";
    }
}
