package org.townloop.base.media;

/** Who may see a picture. */
public enum Audience {
    EVERYBODY,
    /** Evidence: a licence, a face. */
    OPERATORS,
    /** Who sent it, and whom they sent it to. */
    PARTIES
}
