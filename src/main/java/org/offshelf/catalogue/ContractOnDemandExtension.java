package org.offshelf.catalogue;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;

/**
 * Binds {@link ContractOnDemand} to the service that prepares the contract, which is not ours to annotate. Only in the package:
 * elsewhere libraries have a class loader of their own, from which ours are not seen.
 */
public class ContractOnDemandExtension implements BuildCompatibleExtension {

    @Enhancement(types = OpenApiDocumentService.class)
    public void prepareOnDemand(ClassConfig service) {
        if (!LaunchMode.current().isDevOrTest()) {
            service.addAnnotation(OnDemand.class);
        }
    }
}
