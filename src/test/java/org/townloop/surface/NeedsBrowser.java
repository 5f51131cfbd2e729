package org.townloop.surface;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs where a Chromium is installed and is skipped elsewhere, with one line that says what to install. With
 * {@code TOWNLOOP_BROWSER=required} in the environment its absence is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.Condition.class)
@interface NeedsBrowser {}
