package io.facet.service.certificates;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(CertificateController.class)
public class CertificatesConfiguration {}
