package org.townloop.surface.office;

import java.util.Locale;
import java.util.Set;

/** Keys for what somebody has named in words. */
final class PackKeys {

    private PackKeys() {}

    /** The key, with a number behind it if it is taken. */
    static String unique(String key, Set<String> taken) {
        var free = key;
        for (int i = 2; !taken.add(free); i++) {
            free = key + i;
        }
        return free;
    }

    /** {@code freshTowel} for "Fresh towel". */
    static String of(String words, String otherwise) {
        var key = new StringBuilder();
        for (var word : words.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        var name = key.toString().replaceAll("^[0-9]+", "");
        return name.length() < 2 ? otherwise : name.substring(0, Math.min(36, name.length()));
    }
}
