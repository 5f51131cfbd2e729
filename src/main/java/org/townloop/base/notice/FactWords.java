package org.townloop.base.notice;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Region;

/** The facts of a notice as the parameters of its words: times on the clocks of the region, money as on a price tag. */
record FactWords(Locale language, Region region) {

    Map<String, Object> of(Map<String, Object> facts, String name, String link) {
        var title = words(facts.get("title"));
        var when = when(facts);
        var said = new HashMap<String, Object>();
        said.put("name", clean(name));
        said.put("town", region.name().in(language));
        said.put("link", link);
        said.put("title", title);
        said.put("when", when);
        said.put("what", all(facts, this::what, chinese() ? "；" : "; "));
        said.put("place", all(facts, each -> words(each.get("place")), chinese() ? "、" : ", "));
        said.put("until", until(facts));
        said.put("due", due(facts));
        said.put("reason", words(facts.get("reason")));
        said.put("total", money(facts, "totalMinor"));
        said.put("rest", rest(facts));
        said.put("handback", handBack(facts));
        said.put("refund", money(facts, "refundMinor"));
        said.put("kept", money(facts, "keptMinor"));
        said.put("back", Notice.back(facts));
        said.put("pays", Boolean.TRUE.equals(facts.get("atShop")) ? "shop" : "online");
        said.put("by", facts.get("by") instanceof String by ? by : "");
        said.put("booked", facts.get("booked") instanceof Number booked ? booked : 0);
        said.put("fewest", facts.get("fewest") instanceof Number fewest ? fewest : 0);
        said.put("code", facts.get("code") instanceof String code ? code : "");
        return said;
    }

    private String what(Map<String, Object> facts) {
        var title = words(facts.get("title"));
        var when = when(facts);
        return when.isEmpty() ? title : title + (chinese() ? "，" : ", ") + when;
    }

    /** Of several orders that are told of together each, and the same only once. */
    private static String all(Map<String, Object> facts, Function<Map<String, Object>, String> words, String between) {
        return Stream.concat(Stream.of(facts), more(facts))
                .map(words)
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static Stream<Map<String, Object>> more(Map<String, Object> facts) {
        return facts.get("more") instanceof List<?> others
                ? others.stream().filter(Map.class::isInstance).map(FactWords::named)
                : Stream.of();
    }

    private static Map<String, Object> named(Object facts) {
        var named = new HashMap<String, Object>();
        ((Map<?, ?>) facts).forEach((name, fact) -> {
            if (fact != null) {
                named.put(String.valueOf(name), fact);
            }
        });
        return named;
    }

    /** What is had on a day has no time. */
    private String when(Map<String, Object> facts) {
        if (!(facts.get("startsAt") instanceof String start)) {
            return "";
        }
        var day = chinese() ? "M月d日EEE" : "EEE d MMM";
        var time = chinese() ? " HH:mm" : ", HH:mm";
        return DateTimeFormatter.ofPattern(Boolean.TRUE.equals(facts.get("onDay")) ? day : day + time, language)
                .format(Instant.parse(start).atZone(region.zone()));
    }

    /** The moment by which something is to be said. */
    private String due(Map<String, Object> facts) {
        return facts.get("dueAt") instanceof String due
                ? DateTimeFormatter.ofPattern(chinese() ? "M月d日EEE HH:mm" : "EEE d MMM, HH:mm", language)
                        .format(Instant.parse(due).atZone(region.zone()))
                : "";
    }

    private String until(Map<String, Object> facts) {
        return facts.get("until") instanceof String end
                ? DateTimeFormatter.ofPattern("HH:mm", language)
                        .format(Instant.parse(end).atZone(region.zone()))
                : "";
    }

    private String words(@Nullable Object fact) {
        return switch (fact) {
            case Words known -> clean(known.in(language));
            case Map<?, ?> map -> clean(new Words((String) map.get("en"), (String) map.get("zh")).in(language));
            case String text -> clean(text);
            case null, default -> "";
        };
    }

    /** What is left to be paid at the place, as a sentence; empty if nothing is. */
    private String rest(Map<String, Object> facts) {
        if (!(facts.get("balanceMinor") instanceof Number minor) || minor.longValue() == 0) {
            return "";
        }
        var amount = money(facts, "balanceMinor");
        return chinese() ? "到店再付 " + amount + "。" : " " + amount + " is left to pay at the place.";
    }

    /** What of the money that was paid at the place comes back there, as a sentence; empty if nothing does. */
    private String handBack(Map<String, Object> facts) {
        if (!(facts.get("backMinor") instanceof Number minor) || minor.longValue() == 0) {
            return "";
        }
        var amount = money(facts, "backMinor");
        return chinese()
                ? "到店已付的 " + amount + " 由商家退还。"
                : " The place gives back the " + amount + " that was paid there.";
    }

    private String money(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number minor && facts.get("currency") instanceof String currency
                ? money(Money.of(minor.longValue(), currency))
                : "";
    }

    private String money(Money money) {
        var amount = new CurrencyAmount(
                BigDecimal.valueOf(money.minor(), money.exponent()), Currency.fromJavaCurrency(money.currency()));
        return NumberFormatter.withLocale(language)
                .unitWidth(money.currency().equals(region.currency()) ? UnitWidth.NARROW : UnitWidth.ISO_CODE)
                .precision(Precision.fixedFraction(money.exponent())
                        .trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE))
                .format(amount)
                .toString();
    }

    /** What somebody wrote stays on its line. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private boolean chinese() {
        return language.getLanguage().equals("zh");
    }
}
