package org.townloop.surface.portal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.townloop.loop.checkout.Substitution;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Typed;

/**
 * A shopping list as it stands in a cookie, short: the shop, what is to be done about what is missing, whether it is
 * brought, the window in seconds; then of each article its id, its own wish, and how many.
 */
final class KeptList {

    private static final String BETWEEN = ".";
    private static final int HEAD = 4;
    private static final Pattern ARTICLE = Pattern.compile("([A-Za-z0-9_-]{22})([0-9x])([0-9]{1,4})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private KeptList() {}

    static String written(PlaceId place, ShoppingList list) {
        var articles = list.chosen().stream()
                .filter(offer -> list.quantity(offer) > 0)
                .map(offer -> BETWEEN + id(offer.value()) + letter(list.wish(offer)) + list.quantity(offer))
                .collect(Collectors.joining());
        var start = Typed.moment(Typed.text(list.typed(), "slotStart"));
        return id(place.value())
                + BETWEEN
                + letter(Typed.text(list.typed(), "missing"))
                + BETWEEN
                + (Typed.text(list.typed(), "how").equals("fetch") ? "f" : "b")
                + BETWEEN
                + start.map(Instant::getEpochSecond).map(String::valueOf).orElse("x")
                + articles;
    }

    static boolean isOf(String written, PlaceId place) {
        return written.startsWith(id(place.value()) + BETWEEN);
    }

    /** The fields of the form; what nobody wrote here is left out. */
    static Map<String, List<String>> read(String written) {
        var parts = written.split(Pattern.quote(BETWEEN));
        var fields = new LinkedHashMap<String, List<String>>();
        if (parts.length > HEAD) {
            put(fields, "missing", code(parts[1]));
            put(fields, "how", parts[2].equals("f") ? "fetch" : "bring");
            put(fields, "slotStart", SECONDS.matcher(parts[3]).matches() ? moment(parts[3]) : "");
            Arrays.stream(parts).skip(HEAD).forEach(article -> read(fields, article));
        }
        return fields;
    }

    private static void read(Map<String, List<String>> fields, String article) {
        var found = ARTICLE.matcher(article);
        if (found.matches()) {
            var offer = uuid(found.group(1));
            put(fields, ShoppingList.QUANTITY + offer, found.group(3));
            put(fields, ShoppingList.WISH + offer, code(found.group(2)));
        }
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, List.of(value));
        }
    }

    private static String moment(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
    }

    /** A wish as its place among the wishes; x for none. */
    private static String letter(String code) {
        return Substitution.of(code).map(wish -> String.valueOf(wish.ordinal())).orElse("x");
    }

    private static String code(String letter) {
        return Arrays.stream(Substitution.values())
                .filter(wish -> letter.equals(String.valueOf(wish.ordinal())))
                .map(Substitution::code)
                .findFirst()
                .orElse("");
    }

    private static String id(UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID uuid(String written) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
