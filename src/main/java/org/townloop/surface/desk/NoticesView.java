package org.townloop.surface.desk;

import java.util.List;

/** What the merchant was told, the newest first. */
record NoticesView(Desk desk, List<Told> told) {

    /** A notice in words. */
    record Told(String words, String more, String when, String machine, String href, boolean unread) {}

    boolean anyUnread() {
        return told.stream().anyMatch(Told::unread);
    }
}
