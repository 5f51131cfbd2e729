package org.townloop.surface.portal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Typed;

/**
 * What somebody has put in the basket: nothing of it is held, and what it costs is worked out when it is shown.
 *
 * @param end when a stay ends; null where the offer says how long it takes
 * @param answers what the trade asks, and the dishes that were chosen
 */
record Pick(UUID offer, Instant start, @Nullable Instant end, int quantity, Map<String, String> answers) {

    private static final int PARTS = 5;

    /** The same at another time. */
    Pick at(Instant another) {
        return new Pick(offer, another, end, quantity, answers);
    }

    HoldOrder wish() {
        return new HoldOrder(new OfferId(offer), start, end, quantity, null, answers);
    }

    /** As it stands in a cookie: letters, digits, lines and underscores. */
    String written() {
        var said = new TreeMap<>(answers)
                .entrySet().stream()
                        .map(answer -> encoded(answer.getKey()) + "=" + encoded(answer.getValue()))
                        .collect(Collectors.joining("&"));
        var text = String.join(
                " ", offer.toString(), start.toString(), end == null ? "-" : end.toString(), quantity + "", "?" + said);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing for what nobody wrote here. */
    static Optional<Pick> read(String written) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ");
            return parts.length == PARTS
                    ? Optional.of(new Pick(
                            UUID.fromString(parts[0]),
                            moment(parts[1]),
                            parts[2].equals("-") ? null : moment(parts[2]),
                            Integer.parseInt(parts[3]),
                            answers(parts[4].substring(1))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(String written) {
        return Typed.moment(written).orElseThrow(() -> new IllegalArgumentException("no moment"));
    }

    private static Map<String, String> answers(String said) {
        return Arrays.stream(said.split("&"))
                .map(answer -> answer.split("=", 2))
                .filter(answer -> answer.length == 2)
                .collect(Collectors.toMap(
                        answer -> decoded(answer[0]), answer -> decoded(answer[1]), (one, two) -> one));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
