package org.townloop.base.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text in the languages it is known in. Asked for one that is missing, it gives the other. */
public record Words(@Nullable String en, @Nullable String zh) {

    public static final Words NONE = new Words("", "");

    public static Words of(String en, String zh) {
        return new Words(en, zh);
    }

    public String in(Locale locale) {
        var wanted = locale.getLanguage().equals("zh") ? zh : en;
        if (wanted != null) {
            return wanted;
        }
        var other = locale.getLanguage().equals("zh") ? en : zh;
        return other == null ? "" : other;
    }
}
