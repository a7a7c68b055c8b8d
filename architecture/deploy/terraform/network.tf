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
    operations = { bits = 8, index = 11, delegate = "" }
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
  # Front Door's way in ends in a Private Link service, whose addresses lie in `ingress`; such a subnet must not filter them itself.
  private_link_service_network_policies_enabled = each.key != "ingress"
  default_outbound_access_enabled               = false

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

# Who may open a connection to what; Azure's default would let the whole network in everywhere. security.md shows this as a
# table, and a test compares the two. Load balancers pass on the caller's address, so what comes in by `ingress` is ruled at `nodes`.
locals {
  inbound = merge({
    nodes-from-nodes         = { to = "nodes", from = ["nodes"], ports = ["0-65535"], priority = 100 }
    nodes-from-ingress       = { to = "nodes", from = ["ingress"], ports = ["443"], priority = 110 }
    nodes-from-operations    = { to = "nodes", from = ["operations"], ports = ["443", "5000"], priority = 120 }
    nodes-from-training      = { to = "nodes", from = ["training"], ports = ["5000"], priority = 130 }
    endpoints-from-inside    = { to = "endpoints", from = ["nodes", "operations", "training"], ports = ["443"], priority = 100 }
    database-from-nodes      = { to = "database", from = ["nodes"], ports = ["5432"], priority = 100 }
    database-from-operations = { to = "database", from = ["operations"], ports = ["5432"], priority = 110 }
    database-from-database   = { to = "database", from = ["database"], ports = ["0-65535"], priority = 120 }
    }, length(var.house_networks) == 0 ? {} : {
    nodes-from-house     = { to = "nodes", from = ["house"], ports = ["443"], priority = 140 }
    endpoints-from-house = { to = "endpoints", from = ["house"], ports = ["443"], priority = 110 }
  })
  # Pods of other nodes keep their own addresses.
  addresses = merge({ for name, subnet in azurerm_subnet.facet : name => subnet.address_prefixes },
  { nodes = concat(azurerm_subnet.facet["nodes"].address_prefixes, [local.pod_cidr]), house = var.house_networks })
}

resource "azurerm_network_security_rule" "open" {
  for_each                    = local.inbound
  name                        = each.key
  resource_group_name         = azurerm_resource_group.facet.name
  network_security_group_name = azurerm_network_security_group.facet[each.value.to].name
  priority                    = each.value.priority
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefixes     = flatten([for name in each.value.from : local.addresses[name]])
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = each.value.ports
}

# Nodes resolve names of pods on other nodes by UDP too.
resource "azurerm_network_security_rule" "pods" {
  name                        = "nodes-from-nodes-udp"
  resource_group_name         = azurerm_resource_group.facet.name
  network_security_group_name = azurerm_network_security_group.facet["nodes"].name
  priority                    = 101
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_address_prefixes     = local.addresses["nodes"]
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "*"
}

resource "azurerm_network_security_rule" "closed" {
  for_each                    = local.subnets
  name                        = "closed"
  resource_group_name         = azurerm_resource_group.facet.name
  network_security_group_name = azurerm_network_security_group.facet[each.key].name
  priority                    = 4000
  direction                   = "Inbound"
  access                      = "Deny"
  protocol                    = "*"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "*"
}

# All that leaves goes through the platform's firewall, which knows names; this is its stand-in in a stamp of its own.
# It lives in one zone: StandardV2, which lives in all, came to azurerm after 4.55 (README.md, gaps).
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
  for_each       = toset(["nodes", "operations", "training"])
  subnet_id      = azurerm_subnet.facet[each.key].id
  nat_gateway_id = azurerm_nat_gateway.out.id
}

locals {
  private_zones = {
    blob      = "privatelink.blob.core.windows.net"
    queue     = "privatelink.queue.core.windows.net"
    file      = "privatelink.file.core.windows.net"
    vault     = "privatelink.vaultcore.azure.net"
    registry  = "privatelink.azurecr.io"
    ml        = "privatelink.api.azureml.ms"
    notebooks = "privatelink.notebooks.azure.net"
    grafana   = "privatelink.grafana.azure.com"
    database  = "facet.private.postgres.database.azure.com"
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
    blob     = { resource = azurerm_storage_account.facet.id, part = "blob", zones = ["blob"] }
    queue    = { resource = azurerm_storage_account.facet.id, part = "queue", zones = ["queue"] }
    file     = { resource = azurerm_storage_account.facet.id, part = "file", zones = ["file"] }
    vault    = { resource = azurerm_key_vault.facet.id, part = "vault", zones = ["vault"] }
    registry = { resource = var.image_registry_id, part = "registry", zones = ["registry"] }
    ml       = { resource = azurerm_machine_learning_workspace.facet.id, part = "amlworkspace", zones = ["ml", "notebooks"] }
    grafana  = { resource = azurerm_dashboard_grafana.facet.id, part = "grafana", zones = ["grafana"] }
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
    private_dns_zone_ids = [for zone in each.value.zones : azurerm_private_dns_zone.facet[zone].id]
  }
}

# Names inside: of the gateway for people, by which they know it (its certificate is from a public authority), and of MLflow
# for programs. kubernetes/ asks for the same addresses.
locals {
  inside = {
    app       = { zone = "${var.environment}.facet.example", host = 10 }
    mlflow_ui = { zone = "${var.environment}.facet.example", host = 10 }
    mlflow    = { zone = "${var.environment}.facet.internal", host = 11 }
  }
}

resource "azurerm_private_dns_zone" "inside" {
  for_each            = toset([for record in local.inside : record.zone])
  name                = each.key
  resource_group_name = azurerm_resource_group.facet.name
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "inside" {
  for_each              = azurerm_private_dns_zone.inside
  name                  = "inside"
  resource_group_name   = azurerm_resource_group.facet.name
  private_dns_zone_name = each.value.name
  virtual_network_id    = azurerm_virtual_network.facet.id
  tags                  = local.tags
}

resource "azurerm_private_dns_a_record" "inside" {
  for_each            = local.inside
  name                = trimsuffix(each.key, "_ui")
  zone_name           = azurerm_private_dns_zone.inside[each.value.zone].name
  resource_group_name = azurerm_resource_group.facet.name
  ttl                 = 60
  records             = [cidrhost(azurerm_subnet.facet["ingress"].address_prefixes[0], each.value.host)]
}
