package org.townloop.base.notice;

/**
 * A letter in words.
 *
 * @param title the subject of a mail, the headline of a push notice; one line
 * @param brief a text message, or what stands below the headline
 * @param full the text of a mail
 */
public record Composed(String title, String brief, String full) {}
