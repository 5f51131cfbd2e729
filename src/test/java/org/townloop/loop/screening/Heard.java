package org.townloop.loop.screening;

/** By trying everything, whether Chinese sounds as letters say, and whether a word is spelled nearly as another. */
final class Heard {

    private Heard() {}

    static boolean is(String run, String letters) {
        return spelled(run, letters) || initialled(run, letters);
    }

    private static boolean spelled(String run, String letters) {
        if (!letters.matches("[a-z]{4,24}")) {
            return false;
        }
        for (int from = 0; from < run.length(); from++) {
            if (spelled(run, from, letters, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Two whole syllables or one; from the third on, the last may be begun only. */
    private static boolean spelled(String run, int at, String rest, int whole) {
        if (rest.isEmpty()) {
            return whole >= 1;
        }
        if (at == run.length()) {
            return false;
        }
        for (var reading : Readings.of(run.charAt(at))) {
            if (whole >= 2 && reading.startsWith(rest)
                    || rest.startsWith(reading) && spelled(run, at + 1, rest.substring(reading.length()), whole + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean initialled(String run, String letters) {
        if (!letters.matches("[a-z&&[^iuv]]{2,12}")) {
            return false;
        }
        if (letters.length() == 2) {
            return run.length() == 2 && begins(run, 0, letters);
        }
        for (int from = 0; from + letters.length() <= run.length(); from++) {
            if (begins(run, from, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String run, int from, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            var letter = letters.substring(i, i + 1);
            if (Readings.of(run.charAt(from + i)).stream().noneMatch(reading -> reading.startsWith(letter))) {
                return false;
            }
        }
        return true;
    }

    /** Wrong, missing, additional letters and swapped neighbours, each counted as one; the first letter is right. */
    static boolean isNearly(String word, String typed, int edits) {
        return !word.isEmpty()
                && word.charAt(0) == typed.charAt(0)
                && distance(word.substring(1), typed.substring(1)) <= edits;
    }

    /** Optimal string alignment. */
    private static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                var differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(table[i - 1][j - 1] + differs, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }
}
