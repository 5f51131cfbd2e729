package org.townloop.loop.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/**
 * Reads where from the words: "barber near the railway station", 火车站附近的理发店. What stands beside such a word and is the
 * name of a landmark or of a place becomes a circle; anything else stays what it was.
 */
@Component
class PlaceWords {

    /** Ten minutes on foot. */
    static final int AROUND_METRES = 800;

    /** How many endings and beginnings of the words are tried. */
    private static final int MOST_TRIED = 24;

    private static final Pattern BEFORE = Pattern.compile("(?i)(?:^|\\s)(?:near|close to|next to|around)\\s+(?=\\S)");
    private static final Pattern BEHIND = Pattern.compile("(?:附近|旁边|周边|周围|边上)的?");
    private static final Pattern GOING = Pattern.compile("^[在离靠近到去]+");

    private final NamedPoints points;

    PlaceWords(NamedPoints points) {
        this.points = points;
    }

    /** Whether the text has a word beside which a place may be named. */
    static boolean mayBeIn(String text) {
        return BEFORE.matcher(text).find() || BEHIND.matcher(text).find();
    }

    /** What the text says, and where; empty if it names no place of the region. */
    Optional<Found> in(IndexSearcher searcher, RegionId region, String text) throws IOException {
        for (var reading : readings(text)) {
            var point = points.named(searcher, region, reading.where());
            if (point.isPresent()) {
                return Optional.of(new Found(point.get(), reading.what()));
            }
        }
        return Optional.empty();
    }

    /** The words that are understood as near to it. */
    static String near(Words name, Locale locale) {
        return locale.getLanguage().equals("zh") ? name.in(locale) + "附近" : "near " + name.in(locale);
    }

    /** @param what the other words */
    record Found(NamedPoint point, String what) {}

    /** A point by its name. */
    record NamedPoint(Words name, Point point) {}

    /** One way of telling the place from the rest; the longest names first. */
    private record Reading(String where, String what) {}

    private static List<Reading> readings(String text) {
        var readings = new ArrayList<Reading>();
        var before = BEFORE.matcher(text);
        if (before.find()) {
            var words = text.substring(before.end()).strip().split("\\s+");
            for (int count = Math.min(words.length, MOST_TRIED); count > 0; count--) {
                var where = join(words, 0, count);
                add(readings, where, text.substring(0, before.start()) + " " + join(words, count, words.length));
            }
        }
        var behind = BEHIND.matcher(text);
        if (behind.find()) {
            var said = text.substring(0, behind.start()).stripTrailing();
            var rest = text.substring(behind.end());
            for (int from = Math.max(0, said.length() - MOST_TRIED); from < said.length() - 1; from++) {
                if (mayBegin(said, from)) {
                    add(readings, said.substring(from), said.substring(0, from) + " " + rest);
                }
            }
        }
        return readings;
    }

    /** A name begins with a word, or with any Chinese character. */
    private static boolean mayBegin(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || Character.isIdeographic(text.codePointAt(at));
    }

    private static void add(List<Reading> readings, String where, String what) {
        var name = GOING.matcher(where)
                .replaceFirst("")
                .replaceFirst("(?i)^the\\s+", "")
                .strip();
        if (name.length() > 1) {
            readings.add(new Reading(name.toLowerCase(Locale.ROOT), what.strip().replaceFirst("^[在离靠近到去]$", "")));
        }
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }
}
