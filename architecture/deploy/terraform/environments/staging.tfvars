environment        = "staging"
zone_redundant     = false
node_count         = { min = 2, max = 4 }
database_sku       = "GP_Standard_D2ds_v5"
api_management_sku = "StandardV2_1"
monthly_budget_eur = 2000
publisher_email    = "api@facet.example"
alert_email        = "on-call@facet.example"
admin_group_id     = "00000000-0000-0000-0000-000000000006"
image_registry_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/facet-images/providers/Microsoft.ContainerRegistry/registries/facetimages"
