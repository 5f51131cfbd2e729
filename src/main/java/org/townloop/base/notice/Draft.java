package org.townloop.base.notice;

/** The template of a letter in one language: three ICU messages with named parameters. */
public record Draft(String title, String brief, String full) {}
