# One network; every subnet for one purpose. Pods have addresses of their own (overlay).
resource "azurerm_virtual_network" "facet" {
  name                = "facet"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  address_space       = [var.address_space]
  tags                = local.tags
}

locals {
  subnets = {
    nodes      = { bits = 6, index = 0, delegate = "" }
    ingress    = { bits = 8, index = 8, delegate = "" }
    endpoints  = { bits = 8, index = 9, delegate = "" }
    database   = { bits = 8, index = 10, delegate = "Microsoft.DBforPostgreSQL/flexibleServers" }
    management = { bits = 8, index = 11, delegate = "Microsoft.Web/serverFarms" }
    training   = { bits = 8, index = 12, delegate = "" }
  }
}

resource "azurerm_subnet" "facet" {
  for_each             = local.subnets
  name                 = each.key
  resource_group_name  = azurerm_resource_group.facet.name
  virtual_network_name = azurerm_virtual_network.facet.name
  address_prefixes     = [cidrsubnet(var.address_space, each.value.bits, each.value.index)]

  private_endpoint_network_policies = "Enabled"
  default_outbound_access_enabled   = false

  dynamic "delegation" {
    for_each = each.value.delegate == "" ? [] : [each.value.delegate]
    content {
      name = "service"
      service_delegation {
        name = delegation.value
      }
    }
  }
}

resource "azurerm_network_security_group" "facet" {
  for_each            = local.subnets
  name                = "facet-${each.key}"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  tags                = local.tags
}

resource "azurerm_subnet_network_security_group_association" "facet" {
  for_each                  = local.subnets
  subnet_id                 = azurerm_subnet.facet[each.key].id
  network_security_group_id = azurerm_network_security_group.facet[each.key].id
}

# All that leaves goes through the platform's firewall, which knows names; this is its stand-in in a stamp of its own.
resource "azurerm_public_ip" "out" {
  name                = "facet-out"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  allocation_method   = "Static"
  sku                 = "Standard"
  zones               = ["1"]
  tags                = local.tags
}

resource "azurerm_nat_gateway" "out" {
  name                = "facet-out"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  sku_name            = "Standard"
  zones               = ["1"]
  tags                = local.tags
}

resource "azurerm_nat_gateway_public_ip_association" "out" {
  nat_gateway_id       = azurerm_nat_gateway.out.id
  public_ip_address_id = azurerm_public_ip.out.id
}

resource "azurerm_subnet_nat_gateway_association" "out" {
  for_each       = toset(["nodes", "management", "training"])
  subnet_id      = azurerm_subnet.facet[each.key].id
  nat_gateway_id = azurerm_nat_gateway.out.id
}

locals {
  private_zones = {
    blob     = "privatelink.blob.core.windows.net"
    vault    = "privatelink.vaultcore.azure.net"
    registry = "privatelink.azurecr.io"
    ml       = "privatelink.api.azureml.ms"
    database = "facet.private.postgres.database.azure.com"
  }
}

resource "azurerm_private_dns_zone" "facet" {
  for_each            = local.private_zones
  name                = each.value
  resource_group_name = azurerm_resource_group.facet.name
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "facet" {
  for_each              = local.private_zones
  name                  = each.key
  resource_group_name   = azurerm_resource_group.facet.name
  private_dns_zone_name = azurerm_private_dns_zone.facet[each.key].name
  virtual_network_id    = azurerm_virtual_network.facet.id
  tags                  = local.tags
}

locals {
  private_endpoints = {
    blob     = { resource = azurerm_storage_account.facet.id, part = "blob" }
    vault    = { resource = azurerm_key_vault.facet.id, part = "vault" }
    registry = { resource = var.image_registry_id, part = "registry" }
    ml       = { resource = azurerm_machine_learning_workspace.facet.id, part = "amlworkspace" }
  }
}

resource "azurerm_private_endpoint" "facet" {
  for_each            = local.private_endpoints
  name                = "facet-${each.key}"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  subnet_id           = azurerm_subnet.facet["endpoints"].id
  tags                = local.tags

  private_service_connection {
    name                           = each.key
    private_connection_resource_id = each.value.resource
    subresource_names              = [each.value.part]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = each.key
    private_dns_zone_ids = [azurerm_private_dns_zone.facet[each.key].id]
  }
}

# Names of the two internal load balancers; kubernetes/ asks for the same addresses.
resource "azurerm_private_dns_zone" "internal" {
  name                = "${var.environment}.facet.internal"
  resource_group_name = azurerm_resource_group.facet.name
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "internal" {
  name                  = "internal"
  resource_group_name   = azurerm_resource_group.facet.name
  private_dns_zone_name = azurerm_private_dns_zone.internal.name
  virtual_network_id    = azurerm_virtual_network.facet.id
  tags                  = local.tags
}

resource "azurerm_private_dns_a_record" "internal" {
  for_each            = { api = 10, mlflow = 11 }
  name                = each.key
  zone_name           = azurerm_private_dns_zone.internal.name
  resource_group_name = azurerm_resource_group.facet.name
  ttl                 = 60
  records             = [cidrhost(azurerm_subnet.facet["ingress"].address_prefixes[0], each.value)]
}
