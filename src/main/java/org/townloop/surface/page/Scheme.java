package org.townloop.surface.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, or whatever the device is set to. */
public enum Scheme {
    AUTO,
    LIGHT,
    DARK;

    /** Its name in addresses, cookies and the style sheet. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scheme of(@Nullable String code) {
        for (var scheme : values()) {
            if (scheme.code().equals(code)) {
                return scheme;
            }
        }
        return AUTO;
    }
}
