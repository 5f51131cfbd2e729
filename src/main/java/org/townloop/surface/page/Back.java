package org.townloop.surface.page;

/** The way back to where somebody came from. */
public final class Back {

    private Back() {}

    /** An address within this site; anything else is the home page, so that no link leads astray through here. */
    public static String within(String back) {
        var inside =
                back.startsWith("/") && !back.startsWith("//") && back.chars().noneMatch(c -> c == '\\' || c < ' ');
        return inside ? back : "/";
    }
}
