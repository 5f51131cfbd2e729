package org.townloop.supply.merchant.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Days in a row on which rules are laid one after another. What begins on a day belongs to it, its night included. */
final class Sheet {

    private record Piece(int from, int to, Says says, String note) {}

    private final List<List<Piece>> days;
    private boolean hasUnknown;

    Sheet(int length) {
        days = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            days.add(new ArrayList<>(2));
        }
    }

    void lay(int day, Rule rule) {
        if (rule.joint() == Joint.ELSE) {
            if (rule.says() != Says.CLOSED) {
                rule.stretches().forEach(time -> fill(day, time.from(), time.to(), rule.says(), rule.note()));
            }
        } else if (rule.says() == Says.CLOSED) {
            close(day, rule);
        } else {
            if (rule.joint() == Joint.INSTEAD) {
                days.get(day).clear();
            }
            rule.stretches().forEach(time -> put(day, time, rule));
        }
        for (var time : rule.times()) {
            if (time.openEnd() && rule.says() != Says.CLOSED) {
                fill(day, time.to(), time.guessedEnd(), Says.UNKNOWN, rule.note());
            }
        }
    }

    List<WallSpan> open(int day) {
        var spans = new ArrayList<WallSpan>();
        for (var piece : sorted(day)) {
            if (piece.says == Says.OPEN) {
                var last = spans.isEmpty() ? null : spans.getLast();
                if (last != null && last.closes() >= piece.from) {
                    spans.set(spans.size() - 1, new WallSpan(last.opens(), Math.max(last.closes(), piece.to)));
                } else {
                    spans.add(new WallSpan(piece.from, piece.to));
                }
            }
        }
        return List.copyOf(spans);
    }

    List<OpenDay.Perhaps> perhaps(int day) {
        if (!hasUnknown) {
            return List.of();
        }
        return sorted(day).stream()
                .filter(piece -> piece.says == Says.UNKNOWN)
                .map(piece -> new OpenDay.Perhaps(new WallSpan(piece.from, piece.to), piece.note))
                .toList();
    }

    /** Closed all day is what begins on it; closed for some hours is those hours, whichever day they belong to. */
    private void close(int day, Rule rule) {
        if (rule.times().isEmpty()) {
            days.get(day).clear();
            return;
        }
        for (var time : rule.times()) {
            var to = time.openEnd() ? time.guessedEnd() : time.to();
            cut(day, time.from(), to, Says.OPEN);
            cut(day, time.from(), to, Says.UNKNOWN);
        }
    }

    private void put(int day, Stretch time, Rule rule) {
        if (time.from() < time.to()) {
            if (rule.says() == Says.UNKNOWN) {
                hasUnknown = true;
                cut(day, time.from(), time.to(), Says.OPEN);
            } else if (hasUnknown) {
                cut(day, time.from(), time.to(), Says.UNKNOWN);
            }
            days.get(day).add(new Piece(time.from(), time.to(), rule.says(), rule.note()));
        }
    }

    /** Puts it where nothing is said yet, also by the night before and the morning after. */
    private void fill(int day, int from, int to, Says says, String note) {
        var free = new ArrayList<Piece>(List.of(new Piece(from, to, says, note)));
        for (int other = Math.max(0, day - 1); other <= Math.min(days.size() - 1, day + 1); other++) {
            var shift = (other - day) * WallSpan.MINUTES_OF_DAY;
            for (var piece : days.get(other)) {
                subtract(free, piece.from + shift, piece.to + shift, says);
            }
        }
        free.removeIf(piece -> piece.from >= piece.to);
        hasUnknown |= says == Says.UNKNOWN;
        days.get(day).addAll(free);
    }

    private void cut(int day, int from, int to, Says says) {
        for (int owner = Math.max(0, day - 1); owner <= Math.min(days.size() - 1, day + 1); owner++) {
            var shift = (day - owner) * WallSpan.MINUTES_OF_DAY;
            subtract(days.get(owner), from + shift, to + shift, says);
        }
    }

    private static void subtract(List<Piece> pieces, int from, int to, Says says) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            var piece = pieces.get(i);
            if (piece.says == says && piece.from < to && from < piece.to) {
                pieces.remove(i);
                if (piece.from < from) {
                    pieces.add(new Piece(piece.from, from, says, piece.note));
                }
                if (to < piece.to) {
                    pieces.add(new Piece(to, piece.to, says, piece.note));
                }
            }
        }
    }

    private List<Piece> sorted(int day) {
        var pieces = days.get(day);
        if (pieces.size() > 1) {
            pieces.sort(Comparator.comparingInt(Piece::from));
        }
        return pieces;
    }
}
