@ApplicationModule(
        id = "ordering",
        allowedDependencies = {})
package badtown.undeclared.loop.ordering;

import org.springframework.modulith.ApplicationModule;
