package org.townloop.loop.screening;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Where a page ended: the rank of its last hit, so that the next page goes on behind it whatever came or went before it;
 * and the moment of the first page, so that what counts from now does not move between pages.
 *
 * @param asOf the moment at which the first page was asked for
 * @param query what it was asked for, as a checksum: a cursor is good for the same query only
 */
record Cursor(Instant asOf, int query, Rank last) {

    private static final int BYTES = Long.BYTES + Integer.BYTES + Byte.BYTES + 4 * Long.BYTES + Integer.BYTES;

    static Optional<Cursor> read(String text, Query query) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES || checksum(bytes.array(), BYTES - Integer.BYTES) != sum(bytes)) {
                return Optional.empty();
            }
            var cursor = new Cursor(
                    Instant.ofEpochMilli(bytes.getLong()),
                    bytes.getInt(),
                    new Rank(
                            bytes.get() == 1,
                            bytes.getDouble(),
                            bytes.getDouble(),
                            new UUID(bytes.getLong(), bytes.getLong())));
            return cursor.query == checksum(query) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Cursor of(Instant asOf, Query query, Rank last) {
        return new Cursor(asOf, checksum(query), last);
    }

    String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(asOf.toEpochMilli())
                .putInt(query)
                .put((byte) (last.bookable() ? 1 : 0))
                .putDouble(last.first())
                .putDouble(last.second())
                .putLong(last.id().getMostSignificantBits())
                .putLong(last.id().getLeastSignificantBits());
        bytes.putInt(checksum(bytes.array(), BYTES - Integer.BYTES));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static int sum(ByteBuffer bytes) {
        return bytes.getInt(BYTES - Integer.BYTES);
    }

    /**
     * All that decides what is found and in which order; how many are wanted at a time does not. Of the time asked for
     * only its end: "today" begins a little later with every page.
     */
    private static int checksum(Query query) {
        var attributes = new TreeMap<String, List<String>>();
        query.attributes()
                .forEach((name, filters) -> attributes.put(
                        name, filters.stream().map(Cursor::canonical).sorted().toList()));
        var prices = query.prices().stream().map(PriceRange::text).sorted().toList();
        var text = query.region() + "|" + new TreeSet<>(query.districts()) + "|" + query.place() + "|" + query.text()
                + "|" + new TreeSet<>(query.trades()) + "|" + query.near() + "|" + query.withinMetres() + "|"
                + (query.open() == null ? "" : query.open().end()) + "|" + query.priceMinMinor() + "|"
                + query.priceMaxMinor() + "|" + prices + "|" + query.ratingMin() + "|" + attributes + "|"
                + query.sort();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return checksum(bytes, bytes.length);
    }

    private static String canonical(AttributeFilter filter) {
        return switch (filter) {
            case AttributeFilter.OneOf(var values) -> "one of " + new TreeSet<>(values);
            case AttributeFilter.All(var values) -> "all of " + new TreeSet<>(values);
            case AttributeFilter.Min(var value) -> "at least " + Numbers.text(value);
            case AttributeFilter.Max(var value) -> "at most " + Numbers.text(value);
        };
    }

    private static int checksum(byte[] bytes, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
