/**
 * The tree of regions: counties under prefectures under countries, each inheriting zone, currency, languages and
 * shares from above unless it says otherwise; the calendars of holidays they live by; and what a map of them shows. Owns
 * the schema {@code region}.
 */
@ApplicationModule(
        id = "region",
        allowedDependencies = {"kernel"})
@NullMarked
package org.townloop.base.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
