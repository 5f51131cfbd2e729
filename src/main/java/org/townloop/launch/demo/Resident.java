package org.townloop.launch.demo;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A person of the demo town, at whichever side of the counter. */
record Resident(UUID id, RegionId region, String name, boolean speaksChinese) {

    String language() {
        return speaksChinese ? "zh-CN" : "en";
    }
}
