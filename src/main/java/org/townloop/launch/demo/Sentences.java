package org.townloop.launch.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Words;

/** Puts reviews together, and what the shops answer to them. */
final class Sentences {

    /** @param about the kinds of shop and the services that it may be said of */
    private record Sentence(int feeling, Set<String> about, Words words) {

        boolean isOfAny() {
            return about.contains("*");
        }

        boolean fits(Booking booking) {
            var kind = booking.shop().kind();
            return about.contains(String.valueOf(kind.letter))
                    || (kind.isOfHairAndBeauty()
                            && (isOfAny() || booking.offer().services().stream().anyMatch(about::contains)));
        }

        boolean answers(Booking booking) {
            return isOfAny() || about.contains(String.valueOf(booking.shop().kind().letter));
        }
    }

    private static final int REMEMBERED = 40;

    private final List<Sentence> reviews =
            Texts.of("reviews.txt").stream().map(Sentences::sentence).toList();
    private final List<Sentence> replies =
            Texts.of("replies.txt").stream().map(Sentences::sentence).toList();
    private final Map<UUID, Deque<Sentence>> lately = new HashMap<>();
    private final Dice dice;

    Sentences(Dice dice) {
        this.dice = dice;
    }

    String review(Booking booking, int stars) {
        var count = dice.between(0.0, 1.0) < 0.22 ? 1 : dice.chance(0.25) ? 3 : 2;
        var parts = new ArrayList<Sentence>();
        for (int i = 0; i < count; i++) {
            parts.add(fresh(booking, feeling(stars, i)));
        }
        var chinese = booking.resident().speaksChinese();
        return parts.stream()
                .distinct()
                .map(part -> spoken(part.words(), booking, chinese))
                .collect(Collectors.joining(chinese ? "" : " "));
    }

    String reply(Booking booking, int stars) {
        var feeling = stars >= 4 ? 5 : 1;
        var fitting = replies.stream()
                .filter(each -> each.feeling == feeling && each.answers(booking))
                .toList();
        return spoken(dice.one(fitting).words(), booking, booking.resident().speaksChinese());
    }

    private static Sentence sentence(List<String> fields) {
        return new Sentence(
                Integer.parseInt(fields.get(0)),
                Set.of(fields.get(1).split(",")),
                Words.of(fields.get(2), fields.get(3)));
    }

    /** The first sentence says what the stars say; the next may see another side. */
    private int feeling(int stars, int part) {
        return switch (stars) {
            case 5 -> 5;
            case 4 -> part == 0 || dice.chance(0.5) ? 4 : 5;
            case 3 -> part == 0 || dice.chance(0.6) ? 3 : 4;
            case 2 -> part == 0 ? 1 : 3;
            default -> 1;
        };
    }

    /** One that was not said of this shop lately, if there is one. */
    private Sentence fresh(Booking booking, int feeling) {
        var said = lately.computeIfAbsent(booking.shop().id(), each -> new ArrayDeque<>());
        var fitting = reviews.stream()
                .filter(each -> each.feeling == feeling && each.fits(booking))
                .toList();
        var unsaid = fitting.stream().filter(each -> !said.contains(each)).toList();
        var chosen = dice.one(unsaid.isEmpty() ? fitting : unsaid, each -> each.isOfAny() ? 1 : 2.5);
        said.add(chosen);
        if (said.size() > REMEMBERED) {
            said.removeFirst();
        }
        return chosen;
    }

    private static String spoken(Words words, Booking booking, boolean chinese) {
        var name = booking.worker().name();
        return chinese
                ? String.valueOf(words.zh()).replace("{staff}", String.valueOf(name.zh()))
                : String.valueOf(words.en()).replace("{staff}", String.valueOf(name.en()));
    }
}
