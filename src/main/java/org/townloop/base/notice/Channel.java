package org.townloop.base.notice;

/** How a message reaches somebody besides the page, where all of them stand. */
public enum Channel {
    SMS,
    MAIL,
    PUSH
}
