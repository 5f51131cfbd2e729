package org.townloop.supply.merchant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;

/**
 * What the facts of a place must satisfy. The first rule that refuses speaks.
 *
 * @param centre the middle of the town, or null if nobody knows it
 */
record PlaceRules(@Nullable Point centre) {

    static final int NAME_MAX = 60;
    private static final int ADDRESS_MAX = 120;
    private static final int FARTHEST_KILOMETRES = 150;

    /** A number as people write it, with an extension perhaps; 4 to 20 digits. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{2,28}[0-9]");

    Optional<Refusal> refusal(PlaceFacts facts) {
        var rules = List.<Function<PlaceFacts, @Nullable Refusal>>of(
                given -> nameRefusal(given.name()), PlaceRules::reachable, PlaceRules::callable, this::near);
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.apply(facts)))
                .findFirst();
    }

    /** The same without what is not seen and without blanks around; a language without words is null. */
    static Words plain(Words words) {
        return new Words(Written.plain(oneLine(words.en())), Written.plain(oneLine(words.zh())));
    }

    static PlaceFacts plain(PlaceFacts facts) {
        return new PlaceFacts(
                plain(facts.name()), plain(facts.address()), facts.point(), Written.plain(oneLine(facts.phone())));
    }

    static @Nullable Refusal nameRefusal(Words name) {
        if (name.en() == null && name.zh() == null) {
            return Refusal.of(MerchantReason.NAME_MISSING, "name");
        }
        return longest(name, NAME_MAX)
                ? Refusal.of(MerchantReason.NAME_TOO_LONG, "name", Map.of("max", NAME_MAX))
                : null;
    }

    private static @Nullable Refusal reachable(PlaceFacts facts) {
        if (facts.address().en() == null && facts.address().zh() == null) {
            return Refusal.of(MerchantReason.ADDRESS_MISSING, "address");
        }
        return longest(facts.address(), ADDRESS_MAX)
                ? Refusal.of(MerchantReason.ADDRESS_TOO_LONG, "address", Map.of("max", ADDRESS_MAX))
                : null;
    }

    private static @Nullable Refusal callable(PlaceFacts facts) {
        var phone = facts.phone();
        return phone == null || PHONE.matcher(phone).matches()
                ? null
                : Refusal.of(MerchantReason.PHONE_INVALID, "phone");
    }

    private @Nullable Refusal near(PlaceFacts facts) {
        var point = facts.point();
        return point == null || centre == null || point.metresTo(centre) <= FARTHEST_KILOMETRES * 1000.0
                ? null
                : Refusal.of(MerchantReason.POINT_TOO_FAR, "point", Map.of("kilometres", FARTHEST_KILOMETRES));
    }

    private static boolean longest(Words words, int max) {
        return Stream.of(words.en(), words.zh())
                .flatMap(Stream::ofNullable)
                .anyMatch(text -> Written.isLonger(text, max));
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\s+", " ");
    }
}
